"""From lexemes to figures with their changes and shares of plan."""
