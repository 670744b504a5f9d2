#pragma once

#include <QByteArray>
#include <QStringView>

namespace simiao {

/// Adds `text` in UTF-8 to what stands in `out`, without a copy in between: every row that is hashed is written so.
void appendUtf8(QByteArray &out, QStringView text);

} // namespace simiao
