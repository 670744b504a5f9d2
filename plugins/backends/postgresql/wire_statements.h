#pragma once

#include "storage/sql/reading_statement.h"
#include "storage/sql/writing_statement.h"
#include "wire.h"

#include <memory>

namespace simiao::postgresql {

/// A statement of the catalogue with its parameters as $1, $2, … in the order of `parameters`.
QByteArray numbered(QString sql, const QStringList &parameters);

/// Statements given to the server's own library: true parameters of the protocol where Qt's driver puts literals into a text, binary
/// numbers, and a deadline.
/// \param wire  outlives the statements
storage::PrepareReading readingWithWire(std::shared_ptr<Wire> wire);
storage::PrepareWriting writingWithWire(std::shared_ptr<Wire> wire);

} // namespace simiao::postgresql
