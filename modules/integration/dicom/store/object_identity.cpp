#include "integration/dicom/store/object_identity.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/element_scan.h"
#include "integration/dicom/part10.h"

#include <QBuffer>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestUid = 64;
constexpr std::uint32_t kSopInstanceUid = 0x00080018;
constexpr std::uint32_t kStudyInstanceUid = 0x0020000D;

QString uidOf(QByteArrayView value)
{
    const auto end = value.indexOf('\0');
    return QString::fromLatin1(end < 0 ? value : value.first(end)).trimmed();
}

std::unique_ptr<QIODevice> deviceOf(const QByteArray &file)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(file);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

/// Nothing found where a plain scan is not enough.
ObjectIdentity scanned(const QByteArray &file)
{
    ObjectIdentity identity;
    ElementScan scan(std::span(file.constData(), static_cast<std::size_t>(file.size())));
    if (!scan.isScannable())
        return identity;
    while (const auto element = scan.next()) {
        if (element->tag == kSopInstanceUid)
            identity.sopInstanceUid = uidOf(element->value);
        if (element->tag == kStudyInstanceUid)
            identity.studyInstanceUid = uidOf(element->value);
        if (element->tag >= kStudyInstanceUid)
            break;
    }
    return identity;
}

/// The beginning of what was deflated, as a file that is not: UIDs stand before anything large.
QByteArray plainBeginning(const DatasetBytes &bytes)
{
    constexpr qint64 kBeginning = 1 << 20;
    static const QByteArray head = QByteArray(kPreambleSize, '\0')
        + QByteArray(kDicomMark.data(), kDicomMark.size()) + QByteArray("\x02\x00\x10\x00UI\x14\x00", 8)
        + QByteArray("1.2.840.10008.1.2.1\0", 20);
    bytes.device->seek(bytes.start);
    return head + bytes.device->read(kBeginning);
}

/// Of what arrives as little as can be goes through the toolkit, which makes hundreds of bytes of each element.
Result<ObjectIdentity> parsed(const QByteArray &file)
{
    TRY(auto bytes, datasetBytesIn(deviceOf(file)));
    if (bytes.isInflated) {
        auto identity = scanned(plainBeginning(bytes));
        if (!identity.sopInstanceUid.isEmpty() && !identity.studyInstanceUid.isEmpty())
            return identity;
    }
    TRY(const auto dataset, parsedDataset(std::move(bytes)));
    return ObjectIdentity{code(dataset.dataset(), DCM_SOPInstanceUID),
                          code(dataset.dataset(), DCM_StudyInstanceUID)};
}

bool isUsable(const QString &uid)
{
    return !uid.isEmpty() && uid.size() <= kLongestUid;
}

} // namespace

Result<ObjectIdentity> identityOf(const QByteArray &file)
{
    auto identity = scanned(file);
    if (identity.sopInstanceUid.isEmpty() || identity.studyInstanceUid.isEmpty()) {
        TRY(identity, parsed(file));
    }
    if (!isUsable(identity.sopInstanceUid))
        return Error{ErrorKind::Invalid, u"imaging.object-unnamed"_s, u"SOP Instance UID (0008,0018)"_s};
    if (!isUsable(identity.studyInstanceUid))
        return Error{ErrorKind::Invalid, u"imaging.object-unnamed"_s, u"Study Instance UID (0020,000D)"_s};
    return identity;
}

QByteArrayView datasetOf(const QByteArray &file)
{
    const auto bytes = datasetBytesIn(deviceOf(file));
    return bytes && !bytes->isInflated ? QByteArrayView(file).sliced(bytes->start) : QByteArrayView(file);
}

} // namespace simiao::dicom
