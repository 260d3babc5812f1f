"""Every error that diplograph raises on purpose.

::

    DiplographError
    ├── SettingsError
    ├── InputError            one input is set aside, the batch goes on
    ├── QueryError            a question that cannot be answered as asked
    │   ├── NotFound
    │   ├── Ambiguous
    │   ├── QueryTimeout
    │   ├── Forbidden         who asks may not change the graph
    │   └── Busy              too much is asked for at once
    └── DatabaseError
        ├── DatabaseBusy      another process owns the data folder, or a port is taken
        ├── DataFolderError   the data folder cannot be used
        ├── DatabaseDied      the embedded database stopped meanwhile
        ├── DatabaseUnreachable
        └── SchemaTooNew      the graph was written by a newer diplograph

Each carries a code for machines and a message that says what to do. ``http_status`` and ``exit_status`` are the one
place where errors are mapped to the protocols at the edge.
"""


class DiplographError(Exception):
    """Root of the tree. The message is for people and says what to do."""

    code = "ERROR"
    http_status = 500
    exit_status = 1


class SettingsError(DiplographError):
    """A setting, an option or an argument cannot be used."""

    code = "BAD_SETTING"
    exit_status = 2


class InputError(DiplographError):
    """One input cannot be read; it is set aside and the batch goes on."""

    code = "BAD_INPUT"
    http_status = 400


class QueryError(DiplographError):
    """A question cannot be answered as asked."""

    code = "BAD_QUERY"
    http_status = 400
    exit_status = 2


class NotFound(QueryError):
    """Nothing in the graph has this id or name."""

    code = "NOT_FOUND"
    http_status = 404
    exit_status = 1


class Ambiguous(QueryError):
    """A name fits several; the message lists them with their ids."""

    code = "AMBIGUOUS"


class QueryTimeout(QueryError):
    """A question took longer than it may."""

    code = "QUERY_TIMEOUT"
    http_status = 504
    exit_status = 1


class Forbidden(QueryError):
    """Who asks may not change the graph."""

    code = "FORBIDDEN"
    http_status = 403


class Busy(QueryError):
    """More is asked for at once than the service takes on."""

    code = "BUSY"
    http_status = 503
    exit_status = 1


class DatabaseError(DiplographError):
    """The database cannot do what was asked."""

    code = "DATABASE"
    http_status = 503


class DatabaseBusy(DatabaseError):
    """Another process owns the data folder, or holds the port."""

    code = "DATABASE_BUSY"


class DataFolderError(DatabaseError):
    """The data folder does not exist, cannot be written or is full."""

    code = "DATA_FOLDER"


class DatabaseDied(DatabaseError):
    """The embedded database stopped while it was needed."""

    code = "DATABASE_DIED"


class DatabaseUnreachable(DatabaseError):
    """No database answers at the address, or it refuses the credentials."""

    code = "DATABASE_UNREACHABLE"


class SchemaTooNew(DatabaseError):
    """The graph was written by a newer version of diplograph."""

    code = "SCHEMA_TOO_NEW"
