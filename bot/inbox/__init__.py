"""What people sent and the bot has not answered yet: kept until it is, in order within a chat, chats side by side."""
