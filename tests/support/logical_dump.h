#pragma once

#include <QByteArray>
#include <QString>

namespace simiao::test {

/// What a closed SQLite file holds, whatever its pages look like: columns, indexes and triggers, and every row in order. Two
/// databases with equal dumps answer every question alike.
QByteArray logicalDump(const QString &path);

} // namespace simiao::test
