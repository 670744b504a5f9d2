#include "integration/dicom/objects/writing.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/text.h"
#include "integration/dicom/toolkit.h"
#include "integration/dicom/uid.h"

#include <QStringList>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>
#include <utility>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using namespace imaging;

namespace {

struct Copied
{
    DcmTagKey tag;
    qsizetype longest; ///< characters of its VR
};

/// Written also without a value: type 2 of the two modules.
const std::array kCopied{
    Copied{DCM_PatientName, 256},     Copied{DCM_PatientID, 64}, Copied{DCM_PatientBirthDate, 8},
    Copied{DCM_PatientSex, 16},       Copied{DCM_StudyDate, 8},  Copied{DCM_StudyTime, 14},
    Copied{DCM_AccessionNumber, 16},  Copied{DCM_StudyID, 16},   Copied{DCM_ReferringPhysicianName, 256},
    Copied{DCM_StudyDescription, 64},
};

unsigned packed(const DcmTagKey &tag)
{
    return unsigned{tag.getGroup()} << 16 | tag.getElement();
}

Error notEncoded(const QString &detail)
{
    return {.kind = ErrorKind::Internal, .code = u"imaging.not-encoded"_s, .detail = detail};
}

} // namespace

void put(DcmItem &item, const DcmTagKey &tag, const QString &value)
{
    item.putAndInsertString(tag, value.toUtf8().constData());
}

void putShort(DcmItem &item, const DcmTagKey &tag, int value)
{
    item.putAndInsertUint16(tag, static_cast<Uint16>(value));
}

void putLong(DcmItem &item, const DcmTagKey &tag, std::vector<int> values)
{
    const std::vector<Sint32> numbers(values.begin(), values.end());
    auto element = std::make_unique<DcmSignedLong>(DcmTag(tag));
    element->putSint32Array(numbers.data(), static_cast<unsigned long>(numbers.size()));
    item.insert(element.release(), OFTrue);
}

void putFloats(DcmItem &item, const DcmTagKey &tag, const std::vector<ImagePoint> &points)
{
    std::vector<Float32> numbers;
    for (const auto &point : points) {
        numbers.push_back(static_cast<Float32>(point.column + 0.5));
        numbers.push_back(static_cast<Float32>(point.row + 0.5));
    }
    auto element = std::make_unique<DcmFloatingPointSingle>(DcmTag(tag));
    element->putFloat32Array(numbers.data(), static_cast<unsigned long>(numbers.size()));
    item.insert(element.release(), OFTrue);
}

QString decimalString(double value)
{
    constexpr int kMostDigits = 10; // with sign, point and exponent 16 characters
    return QString::number(value, 'g', kMostDigits);
}

DcmItem &addItem(DcmItem &item, const DcmTagKey &sequence)
{
    DcmItem *added = nullptr;
    item.findOrCreateSequenceItem(sequence, added, -2);
    return *added;
}

void putCode(DcmItem &item, const DcmTagKey &sequence, const CodedConcept &code)
{
    auto &into = addItem(item, sequence);
    put(into, DCM_CodeValue, code.value);
    put(into, DCM_CodingSchemeDesignator, code.scheme);
    put(into, DCM_CodeMeaning, code.meaning);
}

void putReference(DcmItem &item, const ReferencedImage &image)
{
    put(item, DCM_ReferencedSOPClassUID, image.sopClassUid);
    put(item, DCM_ReferencedSOPInstanceUID, image.sopInstanceUid);
    QStringList frames;
    for (const int frame : image.frames)
        frames.append(QString::number(frame + 1));
    if (!frames.isEmpty())
        put(item, DCM_ReferencedFrameNumber, frames.join(u'\\'));
}

Result<SourceFacts> sourceFactsOf(const DatasetFile &file, const QString &characterSet)
{
    auto &dataset = file.dataset();
    const DatasetText text(dataset, characterSet);
    SourceFacts facts{.reference = {.seriesInstanceUid = code(dataset, DCM_SeriesInstanceUID),
                                    .sopClassUid = code(dataset, DCM_SOPClassUID),
                                    .sopInstanceUid = code(dataset, DCM_SOPInstanceUID)},
                      .studyInstanceUid = code(dataset, DCM_StudyInstanceUID),
                      .frames = std::max(1, integer(dataset, DCM_NumberOfFrames).value_or(1))};
    for (const auto &copied : kCopied)
        facts.values.push_back({packed(copied.tag), text.at(copied.tag).left(copied.longest)});
    const auto &reference = facts.reference;
    if (!isUid(facts.studyInstanceUid) || !isUid(reference.seriesInstanceUid) || !isUid(reference.sopClassUid)
        || !isUid(reference.sopInstanceUid))
        return Error{.kind = ErrorKind::Invalid, .code = u"imaging.no-uid"_s};
    return facts;
}

Result<SourceFacts> sourceFactsOf(const QString &location, const QString &characterSet)
{
    TRY(const auto file, openDataset(location));
    return sourceFactsOf(file, characterSet);
}

bool isOfSource(const std::vector<SourceFacts::Value> &values)
{
    return std::ranges::equal(values, kCopied, {}, &SourceFacts::Value::tag,
                              [](const Copied &copied) { return packed(copied.tag); });
}

ReferencedImage SourceImage::reference(int frameIndex) const
{
    auto reference = m_facts.reference;
    if (m_facts.frames > 1)
        reference.frames = {frameIndex};
    return reference;
}

void SourceImage::putPatientAndStudy(DcmItem &dataset) const
{
    put(dataset, DCM_SpecificCharacterSet, u"ISO_IR 192"_s);
    put(dataset, DCM_StudyInstanceUID, m_facts.studyInstanceUid);
    for (const auto &[tag, value] : m_facts.values)
        put(dataset, DcmTagKey(static_cast<Uint16>(tag >> 16), static_cast<Uint16>(tag & 0xFFFF)), value);
}

void putIdentity(DcmItem &dataset,
                 const char *sopClassUid,
                 const QString &modality,
                 const workflow::Authorship &by,
                 const QString &part)
{
    const auto date = by.written.toString(u"yyyyMMdd"_s);
    const auto time = by.written.toString(u"HHmmss"_s);
    put(dataset, DCM_SOPClassUID, QString::fromLatin1(sopClassUid));
    put(dataset, DCM_SOPInstanceUID, derivedUid(by.root, part));
    put(dataset, DCM_SeriesInstanceUID, derivedUid(by.root, u"series/"_s + modality));
    put(dataset, DCM_InstanceCreationDate, date);
    put(dataset, DCM_InstanceCreationTime, time);
    put(dataset, DCM_SeriesDate, date);
    put(dataset, DCM_SeriesTime, time);
    put(dataset, DCM_Modality, modality);
    put(dataset, DCM_Manufacturer, u"Simiao"_s);
    put(dataset, DCM_ManufacturerModelName, u"Simiao"_s);
    put(dataset, DCM_DeviceSerialNumber, u"1"_s);
    put(dataset, DCM_SoftwareVersions, u"0.1.0"_s);
    put(dataset, DCM_SeriesNumber, u"9001"_s);
    put(dataset, DCM_InstanceNumber, u"1"_s);
}

QString personNameValue(const QString &name)
{
    if (name.contains(u'^') || name.contains(u'='))
        return name;
    const bool isIdeographic = std::ranges::any_of(name, [](QChar c) { return c.unicode() >= 0x2E80; });
    return isIdeographic && name.size() > 1 ? u'=' + name.first(1) + u'^' + name.sliced(1) : name;
}

Result<QByteArray> fileOf(DcmDataset &dataset)
{
    ensureToolkit();
    DcmFileFormat file(&dataset);
    constexpr auto kSyntax = EXS_LittleEndianExplicit;
    if (const auto valid = file.validateMetaInfo(kSyntax); valid.bad())
        return notEncoded(QString::fromLatin1(valid.text()));
    const auto size = file.calcElementLength(kSyntax, EET_ExplicitLength);
    constexpr Uint32 kPreambleAndSlack = 4096;
    QByteArray bytes(static_cast<qsizetype>(size) + kPreambleAndSlack, '\0');
    DcmOutputBufferStream stream(bytes.data(), bytes.size());
    file.transferInit();
    const auto written = file.write(stream, kSyntax, EET_ExplicitLength, nullptr, EGL_recalcGL, EPD_noChange);
    file.transferEnd();
    if (written.bad())
        return notEncoded(QString::fromLatin1(written.text()));
    void *buffer = nullptr;
    offile_off_t count = 0;
    stream.flushBuffer(buffer, count);
    bytes.truncate(static_cast<qsizetype>(count));
    return bytes;
}

} // namespace simiao::dicom
