#pragma once

#include "storage/sql/connection.h"

namespace simiao::postgresql {

/// The one value of the one row that a function gives; empty where it gives none.
Result<QByteArray> valueOf(storage::Connection &connection,
                           const QString &statement,
                           const workflow::Parameters &parameters);

/// What the server keeps of a command. \returns Conflict `store.given-up` for one that was settled as never to be stored
Result<workflow::Receipt> parsedReceipt(const QByteArray &text);

} // namespace simiao::postgresql
