#pragma once

#include <QByteArray>

#include <vector>

class QFile;

namespace simiao::dicom {

/// Walks the element headers of a DICOM file (PS3.5 7.1) without recursion and without reading values.
/// It stops quietly where the file stops making sense; deflated data sets are not looked into.
class ElementWalker
{
public:
    /// `file` is open for reading and outlives the walker.
    explicit ElementWalker(QFile &file);

    /// The DICM mark after the preamble, or a bare data set that begins in group 0002 or 0008.
    bool looksLikeDicom() const { return m_start >= 0; }

    /// The deepest nesting of sequences before the pixels; stops counting once beyond `limit`.
    int deepestNesting(int limit);

private:
    struct Header
    {
        quint16 group = 0;
        quint16 element = 0;
        QByteArray vr; ///< empty when implicit or a delimiter
        quint32 length = 0;
    };
    /// A sequence or item that is open; `end` is -1 when a delimiter closes it.
    struct Level
    {
        qint64 end;
        bool isItem;
        bool isImplicit;
    };

    bool readHeader(Header &header, bool isImplicit);
    bool readLength(Header &header, bool isImplicit);
    bool readMetaInformation();
    void applyTransferSyntax(const QByteArray &uid);
    void closeFinishedLevels();
    void closeDelimited(bool isItem);
    void openLevel(const Header &header, bool isItem, bool isImplicit);
    bool opensSequence(const Header &header, bool isImplicit);
    /// False where the walk ends.
    bool step();
    bool stepOverMark(const Header &header);

    quint16 read16(bool &isOk);
    quint32 read32(bool &isOk);

    QFile &m_file;
    qint64 m_start = -1;
    bool m_isImplicit = true;
    bool m_isBigEndian = false;
    bool m_isDeflated = false;
    std::vector<Level> m_levels;
};

} // namespace simiao::dicom
