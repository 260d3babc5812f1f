"""The answers to the schema's questions, read from the graph: one module a subject, one of these per request."""

from service.graphql.answers.claims import ClaimAnswers
from service.graphql.answers.developments import DevelopmentAnswers
from service.graphql.answers.meetings import MeetingAnswers
from service.graphql.answers.offices import OfficeAnswers
from service.graphql.answers.people import PeopleAnswers
from service.graphql.answers.relations import RelationAnswers

__all__ = ["GraphAnswers"]


class GraphAnswers(PeopleAnswers, RelationAnswers, OfficeAnswers, DevelopmentAnswers, ClaimAnswers, MeetingAnswers):
    """Answers from the graph that a reader reads."""
