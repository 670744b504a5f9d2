#pragma once

#include <QStringList>

#include <optional>

namespace simiao {

/// Fields of one line, blanks around them removed. With commas a field may stand in double quotes (RFC 4180,
/// "" for one); with tabs quotes are letters. Nothing when a quote does not close on its line.
std::optional<QStringList> splitLine(const QString &line, QChar delimiter);

} // namespace simiao
