"""How the bot stands, and what keeps it standing: copies, room on the disk, notices that wait for a person."""
