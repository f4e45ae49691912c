"""What the words of a text stand for, as the tables of the linking tests ask it."""


def last_of(cast, text, phrase):
    """The last mention with these words, whatever determiner or number precedes them; or None."""
    found = [m for m in cast.mentions if f" {m.span.of(text)}".endswith(f" {phrase}")]
    return found[-1] if found else None


def stands_for(cast, text, phrase):
    """The names of the actors that the last mention with these words stands for."""
    mention = last_of(cast, text, phrase)
    return [cast.actor(a).name for a in mention.actors] if mention else []
