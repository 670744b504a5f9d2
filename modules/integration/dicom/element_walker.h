#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

class QIODevice;

namespace simiao::dicom {

/// Where the pixels of a data set stand.
struct PixelPlace
{
    quint16 element = 0x0010; ///< of group 7FE0: 0008 float, 0009 double, 0010 everything else
    QByteArray vr;            ///< empty when implicit
    qint64 offset = 0;        ///< of the value, from the start of the device
    qint64 length = 0;        ///< as the file says; 0 where encapsulated
    bool isEncapsulated = false;
};

/// The first place where a data set stops making sense.
struct LayoutFault
{
    qint64 offset = 0;
    QString element; ///< (gggg,eeee)
    QString words;

    QString text() const;
};

/// A stretch of the device, its end not included.
struct ByteRange
{
    qint64 begin = 0;
    qint64 end = 0;

    bool operator==(const ByteRange &) const = default;
};

/// What is where in a data set.
struct DatasetLayout
{
    bool isImplicit = true;
    bool isBigEndian = false;
    qint64 start = 0;
    /// Up to here stand whole elements, before the pixels.
    qint64 headerEnd = 0;
    int deepestNesting = 0;
    int elementCount = 0;
    /// Elements whose tag is below the one before it.
    int outOfOrderCount = 0;
    /// Top-level elements before `headerEnd` within which something makes no sense, in their order.
    std::vector<ByteRange> damaged;
    /// Top-level elements of odd groups (PS3.5 7.8.1) before `headerEnd`, neighbours joined, in their order.
    std::vector<ByteRange> privateOnes;
    std::optional<PixelPlace> pixels;
    std::optional<LayoutFault> fault;
};

/// Walks the element headers of a data set (PS3.5 7.1) without recursion and without reading values.
/// It stops at the pixels, at the first thing that makes no sense at top level, and beyond the limits below.
class ElementWalker
{
public:
    /// Real objects nest below ten; DICOM itself sets no limit.
    static constexpr int kDeepestNesting = 64;
    /// Real files have a handful at most; the toolkit sorts each into its place.
    static constexpr int kMostOutOfOrder = 1000;

    /// Of each the toolkit makes some 300 bytes. Large slides have 20 for each of 100 000 frames.
    static constexpr int kMostElements = 4'000'000;

    /// `device` is open, seekable, and outlives the walker. \param mostElements  the walk ends where there are more
    explicit ElementWalker(QIODevice &device, int mostElements = kMostElements);

    /// \param transferSyntax  as the file says; two letters where the VR stands overrule it, as in the toolkit
    DatasetLayout walk(qint64 start, const QString &transferSyntax);

private:
    struct Header
    {
        quint16 group = 0;
        quint16 element = 0;
        QByteArray vr; ///< empty when implicit or a delimiter
        quint32 length = 0;
        qint64 offset = 0; ///< of the header itself
    };
    /// A sequence or item that is open; `end` is -1 when a delimiter closes it.
    struct Level
    {
        qint64 end;
        bool isItem;
        bool isImplicit;
        quint32 lastTag = 0;
    };

    bool readHeader(Header &header, bool isImplicit);
    bool readLength(Header &header, bool isImplicit);
    void noteOrder(const Header &header);
    void notePrivate(bool isPrivate, qint64 offset);
    bool isImplicitHere() const;
    void closeFinishedLevels();
    void closeDelimited(bool isItem);
    /// As step().
    bool openLevel(const Header &header, bool isItem, bool isImplicit);
    bool opensSequence(const Header &header, bool isImplicit);
    /// False where the walk ends.
    bool step();
    bool stepOverMark(const Header &header);
    bool stepOverValue(const Header &header);
    bool takePixels(const Header &header);
    bool isWithinLimits() const;
    /// Notes what is wrong; true where the walk goes on behind the top-level element it is in.
    bool recover(const Header &header, const QString &words);

    quint16 read16(bool &isOk);
    quint32 read32(bool &isOk);

    QIODevice &m_device;
    qint64 m_size;
    int m_mostElements;
    DatasetLayout m_layout;
    std::vector<Level> m_levels;
    qint64 m_privateFrom = -1; ///< where the private elements begin that the walk is among
    qint64 m_topEnd = -1;      ///< of the top-level element of known length that is open
    quint32 m_lastTag = 0;
};

} // namespace simiao::dicom
