"""Danger and crisis met in any words, and «🆘 Меня обманывают»."""
