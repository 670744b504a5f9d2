#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

class DcmItem;
class DcmTagKey;

namespace simiao::dimse {

/// Writes what people typed in the character set in which the peer is asked.
class QueryEncoding
{
public:
    /// \param characterSet  a defined term: ISO_IR 192, GB18030 or GBK, ISO_IR 100
    /// \returns Invalid `archive.character-set`
    static Result<QueryEncoding> create(const QString &characterSet);

    /// Invalid `archive.character-set` where the set has no such character; the text itself is not told.
    Result<void> put(DcmItem &dataset, const DcmTagKey &tag, const QString &text) const;

    const QString &term() const { return m_term; }

private:
    QueryEncoding(QString term, QByteArray codec);

    QString m_term;
    QByteArray m_codec;
};

} // namespace simiao::dimse
