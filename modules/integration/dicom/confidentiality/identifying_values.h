#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>

class DcmItem;

namespace simiao::dicom {

/// Names, numbers, places and UIDs of one object, wherever in it they stand: what must be nowhere in the de-identified one. The table of
/// the standard knows attributes; people also write names into comments.
class IdentifyingValues
{
public:
    explicit IdentifyingValues(DcmItem &dataset);

    /// One of them stands in the text, whatever its case.
    bool areIn(const QString &text) const;
    /// One of the longer ones stands in the bytes, in the encoding of the object. For compressed pixels, whose comments carry text:
    /// shorter ones stand in any picture by chance.
    bool areInBytes(QByteArrayView bytes) const;

private:
    void collect(DcmItem &item, DcmItem &dataset);

    QSet<QString> m_texts; ///< lower case
    QSet<QByteArray> m_bytes;
};

} // namespace simiao::dicom
