"""The Telegram edge: reads a press, asks one service, shows one screen."""
