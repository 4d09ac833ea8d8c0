"""The chat page's side: what people see and do. The protocol is described in docs/sandbox.md."""
