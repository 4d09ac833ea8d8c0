"""Handlers: each reads a press or a text, asks one service and shows one screen."""
