"""Days and hours on which nobody is received: closing them, who must be called, what new hours would change."""
