"""What answers people, whatever messenger they use: reads a press, asks one service, shows one screen."""
