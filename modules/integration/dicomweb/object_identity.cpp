#include "integration/dicomweb/object_identity.h"

#include "core/try.h"
#include "integration/dicom/element_scan.h"
#include "integration/dicom/part10.h"
#include "integration/dicomweb/study_answers.h"
#include "integration/dicomweb/tags.h"

#include <QtEndian>

#include <array>
#include <optional>

namespace simiao::dicomweb {

using namespace Qt::StringLiterals;

namespace {

constexpr tags::Tag kMediaStorageSopClassUid = 0x00020002;
constexpr tags::Tag kMediaStorageSopInstanceUid = 0x00020003;
constexpr tags::Tag kTransferSyntaxUid = 0x00020010;

Error damaged(const QString &what)
{
    return {ErrorKind::Corrupt, u"archive.object"_s, what};
}

/// The elements of the file meta information: always explicit VR, little endian.
class MetaReader
{
public:
    struct Element
    {
        tags::Tag tag = 0;
        QByteArrayView value;
    };

    explicit MetaReader(std::span<const char> bytes)
        : m_bytes(bytes)
    {
    }

    /// Nothing behind the last one, and where one is cut.
    std::optional<Element> next()
    {
        if (left() < 8 || number<quint16>(0) != 0x0002)
            return {};
        const tags::Tag tag = (tags::Tag{0x0002} << 16) | number<quint16>(2);
        const QByteArrayView vr(m_bytes.data() + m_at + 4, 2);
        const bool isLong = vr == "OB" || vr == "UN" || vr == "OW" || vr == "UT" || vr == "SQ";
        const std::size_t head = isLong ? 12 : 8;
        if (left() < head)
            return {};
        const std::size_t length = isLong ? number<quint32>(8) : number<quint16>(6);
        if (length > left() - head)
            return {};
        const QByteArrayView value(m_bytes.data() + m_at + head, static_cast<qsizetype>(length));
        m_at += head + length;
        return Element{tag, value};
    }

private:
    template <typename T>
    T number(std::size_t offset) const
    {
        return qFromLittleEndian<T>(m_bytes.data() + m_at + offset);
    }
    std::size_t left() const { return m_bytes.size() - m_at; }

    std::span<const char> m_bytes;
    std::size_t m_at = dicom::kMetaStart;
};

QString uidOf(QByteArrayView value)
{
    auto text = QString::fromLatin1(value);
    return text.remove(QChar(QChar::Null)).trimmed();
}

ObjectIdentity readMeta(std::span<const char> file)
{
    ObjectIdentity identity;
    MetaReader reader(file);
    while (const auto element = reader.next()) {
        switch (element->tag) {
        case kMediaStorageSopClassUid: identity.sopClassUid = uidOf(element->value); break;
        case kMediaStorageSopInstanceUid: identity.sopInstanceUid = uidOf(element->value); break;
        case kTransferSyntaxUid: identity.transferSyntaxUid = uidOf(element->value); break;
        default: break;
        }
    }
    return identity;
}

/// Study and series, and the instance as the data set has it; empty where the scan does not come so far.
struct DatasetUids
{
    QString instance;
    QString study;
    QString series;
};

DatasetUids readDataset(std::span<const char> file)
{
    DatasetUids uids;
    dicom::ElementScan scan(file);
    if (!scan.isScannable())
        return uids;
    while (const auto element = scan.next()) {
        switch (element->tag) {
        case tags::SopInstanceUid: uids.instance = uidOf(element->value); break;
        case tags::StudyInstanceUid: uids.study = uidOf(element->value); break;
        case tags::SeriesInstanceUid: uids.series = uidOf(element->value); break;
        default: break;
        }
        if (element->tag >= tags::SeriesInstanceUid)
            break;
    }
    return uids;
}

} // namespace

Result<ObjectIdentity> identify(std::span<const char> file)
{
    if (!dicom::hasDicomMark(file))
        return damaged(u"no DICOM file"_s);
    auto identity = readMeta(file);
    if (!isUsableUid(identity.sopInstanceUid) || !isUsableUid(identity.sopClassUid)
        || !isUsableUid(identity.transferSyntaxUid))
        return damaged(u"file meta information"_s);
    const auto uids = readDataset(file);
    if (!uids.instance.isEmpty() && uids.instance != identity.sopInstanceUid)
        return damaged(u"two SOP instance UIDs"_s);
    identity.studyInstanceUid = uids.study;
    identity.seriesInstanceUid = uids.series;
    return identity;
}

} // namespace simiao::dicomweb
