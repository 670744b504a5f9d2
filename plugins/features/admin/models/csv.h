#pragma once

#include <QByteArray>
#include <QStringList>

namespace simiao::admin {

/// One line of a CSV file (RFC 4180, UTF-8, CRLF). A cell that a spreadsheet would read as a formula gets an apostrophe in
/// front, because what stands in the trail may have been typed by anybody.
QByteArray csvRow(const QStringList &cells);

} // namespace simiao::admin
