"""The signs of a timeline, drawn for a box of 16 by 16: a shape for each status and an icon for each kind.

Statuses are told apart by shape alone, without colour: a full disc took place, a ring is to come, a broken ring may
come, a cross will not. ``FILLED`` are the parts that are areas rather than lines.
"""

STATUSES = {
    "held": "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2z",
    "ongoing": "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2z",
    "expected": "M8 2.7a5.3 5.3 0 1 0 0 10.6A5.3 5.3 0 0 0 8 2.7z",
    "possible": "M8 2.7a5.3 5.3 0 1 0 0 10.6A5.3 5.3 0 0 0 8 2.7z",
    "postponed": "M13.3 8A5.3 5.3 0 1 1 8 2.7M5.5 8h8.2m-2.4-2.6L13.8 8l-2.5 2.6",
    "cancelled": "M3 3l10 10M13 3L3 13",
    "declined": "M8 2.7a5.3 5.3 0 1 0 0 10.6A5.3 5.3 0 0 0 8 2.7zM4.3 11.7l7.4-7.4",
    "denied": "M2.5 2.5h11v11h-11zM5 6.6h6M5 9.4h6M9.8 4.6l-3.6 6.8",
}
DUE = "M8 2.7a5.3 5.3 0 1 0 0 10.6A5.3 5.3 0 0 0 8 2.7zM8 5v3.3l2.3 1.5"
"""Expected by a day that has passed: a ring with the hands of a clock."""

FILLED = {
    "held": STATUSES["held"],
    "ongoing": "M8 2.2a5.8 5.8 0 0 0 0 11.6z",
}
KINDS = {
    "call": "M5.2 2.4 3.6 2.9C2.7 3.3 2.4 4 2.6 5c.8 4 4.4 7.6 8.4 8.4 1 .2 1.7-.1 2.1-1l.5-1.6-3.1-1.9-1.4 1.3A9 9 0 "
    "0 1 5.8 6.9l1.3-1.4z",
    "video_call": "M1.8 4.2h8.4v7.6H1.8zM10.2 7l4-2.3v6.6l-4-2.3",
    "message": "M1.8 3.8h12.4v8.4H1.8zM2 4.2l6 4.6 6-4.6",
    "meeting": "M4.7 3.2a1.9 1.9 0 1 0 0 3.8 1.9 1.9 0 0 0 0-3.8zM11.3 3.2a1.9 1.9 0 1 0 0 3.8 1.9 1.9 0 0 0 0-3.8z"
    "M1.4 13c0-2.8 1.3-4.1 3.3-4.1S8 10.2 8 13c0-2.8 1.3-4.1 3.3-4.1s3.3 1.3 3.3 4.1",
    "visit": "M8 14.3s4.7-4.3 4.7-7.7a4.7 4.7 0 0 0-9.4 0c0 3.4 4.7 7.7 4.7 7.7zM8 5a1.7 1.7 0 1 0 0 3.4A1.7 "
    "1.7 0 0 0 8 5z",
    "talks": "M1.4 2.6h8v5.2H5.2L3.2 9.9V7.8H1.4zM11.4 5.6h3.2v5.2h-1.4v2.1l-2.2-2.1H6.6V9.8",
    "summit": "M1.5 13.5 6.3 5.5l3 5 1.7-2.6 3.5 5.6zM6.3 5.5V1.8l3.2 1.1-3.2 1.2",
    "conversation": "M2.2 3h11.6v7.6H8.2L5 13.5v-2.9H2.2z",
}
