"""From the words of a sentence to lexemes: amounts, periods, verbs of change, words of comparison and of plan."""

from .amounts import Quantity
from .lexemes import Kind, Lexeme
from .scan import RANK, scan

__all__ = ["RANK", "Kind", "Lexeme", "Quantity", "scan"]
