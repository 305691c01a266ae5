"""What is kept, in the order of the stream: a noun knows only those above it."""

from giaoban.records.models.entity import Entity
from giaoban.records.models.user import Role, User

from giaoban.records.models.document import Document  # isort: skip
from giaoban.records.models.read_item import Kind, ReadItem, Scenario, State, Status  # isort: skip
from giaoban.records.models.observation import AppendOnlyError, Observation, Source  # isort: skip
from giaoban.records.models.directive_draft import DirectiveDraft  # isort: skip
from giaoban.records.models.audit_entry import GENESIS, AuditEntry, AuditHead, seal  # isort: skip
from giaoban.records.models.outbox import Outbox  # isort: skip

__all__ = [
    "GENESIS",
    "AppendOnlyError",
    "AuditEntry",
    "AuditHead",
    "DirectiveDraft",
    "Document",
    "Entity",
    "Kind",
    "Observation",
    "Outbox",
    "ReadItem",
    "Role",
    "Scenario",
    "Source",
    "State",
    "Status",
    "User",
    "seal",
]
