#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QtEndian>

namespace simiao::test {

/// Empty where it cannot be read.
inline QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// From the first element behind the file meta information on, which an archive may write anew.
inline QByteArray datasetOf(const QByteArray &file)
{
    const auto length = qFromLittleEndian<quint32>(file.constData() + 140);
    return file.mid(144 + static_cast<qsizetype>(length));
}

} // namespace simiao::test
