#include "integration/dicom/inspection.h"

#include "core/hash.h"
#include "core/try.h"
#include "imaging/samples.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/frame_decoder.h"
#include "integration/dicom/lossy_compression.h"
#include "integration/dicom/modality_lut.h"
#include "integration/dicom/objects/object_listing.h"
#include "integration/dicom/raw_frame.h"
#include "integration/dicom/text.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <limits>
#include <variant>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

QString effectiveSyntax(const DatasetFile &file)
{
    if (!file.bytes.transferSyntax.isEmpty())
        return file.bytes.transferSyntax;
    return file.layout.isImplicit ? u"1.2.840.10008.1.2"_s : u"1.2.840.10008.1.2.1"_s;
}

PixelAttributes pixelAttributes(const DatasetFile &file)
{
    auto &dataset = file.dataset();
    const auto number = [&](const DcmTagKey &tag) { return integer(dataset, tag).value_or(0); };
    return {.rows = number(DCM_Rows),
            .columns = number(DCM_Columns),
            .frames = frameCount(file),
            .samplesPerPixel = std::max(1, number(DCM_SamplesPerPixel)),
            .bitsAllocated = number(DCM_BitsAllocated),
            .bitsStored = number(DCM_BitsStored),
            .photometric = code(dataset, DCM_PhotometricInterpretation)};
}

QByteArray hexHash(const std::vector<std::byte> &bytes)
{
    return sha256(QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()),
                                          static_cast<qsizetype>(bytes.size())))
        .toHex();
}

/// The hash, the figures, and the frame's own defects.
Result<void> inspectFirstFrame(const DatasetFile &file, Inspection &inspection)
{
    if (!file.layout.pixels)
        return Error{.kind = ErrorKind::Invalid,
                     .code = u"imaging.no-pixels"_s,
                     .detail = file.layout.fault ? file.layout.fault->text() : u"there is no (7FE0,0010)"_s};
    TRY(const auto format, readPixelFormat(file.dataset(), *file.layout.pixels));
    TRY(auto raw, readRawFrame(file, format, 0));
    // Only bits are packed for it: of a large frame there should not be two.
    inspection.frame0Sha256 = hexHash(format.bitsAllocated == 1 ? canonicalBytes(raw, format) : raw.pixels);
    TRY(auto decoded, decodedFrom(file, std::move(raw), format, 0));
    // Figures are those of the Modality LUT alone, as other programs give them; a dose has a scale of its own.
    decoded.facts.modality = modalityTransform(file.dataset(), 0);
    TRY(const auto frame, imaging::Frame::create(std::move(decoded.facts), std::move(decoded.pixels)));
    if (frame->isGrey())
        inspection.statistics = modalityStatistics(*frame);
    inspection.problems = frame->facts().defects;
    return ok();
}

/// Problems of the names, which are no reason not to show the image.
void inspectName(const DatasetText &text, std::vector<imaging::Defect> &problems)
{
    if (!text.explains(DCM_PatientName))
        problems.push_back({u"imaging.text-undecodable"_s, u"(0010,0010)"_s});
    else if (const auto guess = text.guessed(DCM_PatientName); !guess.isEmpty())
        problems.push_back({u"imaging.charset-suspect"_s, u"(0010,0010) is read as %1"_s.arg(guess)});
    else if (const auto likelier = text.likelier(DCM_PatientName); !likelier.isEmpty())
        problems.push_back({u"imaging.charset-suspect"_s, u"(0010,0010) looks like %1"_s.arg(likelier)});
}

/// Nothing in the program shows it, whole as it may be.
Error kindNotShown(const Inspection &inspection)
{
    const auto &sopClass = inspection.sopClass;
    const auto where = sopClass.isEmpty()
        ? u"(0008,0016) is absent"_s
        : u"(0008,0016) is %1 %2"_s
              .arg(sopClass, QLatin1StringView(dcmFindNameOfUID(sopClass.toLatin1().constData(), "")))
              .trimmed();
    return {.kind = ErrorKind::Invalid,
            .code = u"imaging.kind-not-shown"_s,
            .detail = codeOf(inspection.kind) + u": "_s + where};
}

std::vector<imaging::Defect> defectsOf(const workflow::ImagingObjectContent &content)
{
    return std::visit(
        [](const auto &object) {
            if constexpr (requires { object.defects; })
                return object.defects;
            else
                return std::vector<imaging::Defect>();
        },
        content);
}

/// Readers repeat what was wrong with the file itself.
void addNew(const std::vector<imaging::Defect> &found, std::vector<imaging::Defect> &problems)
{
    for (const auto &defect : found) {
        if (std::ranges::find(problems, defect) == problems.end())
            problems.push_back(defect);
    }
}

/// Why nobody could look at it: objects that are no images are read as for whoever opens them, of the others the first frame.
std::optional<Error> refusalOf(const DatasetFile &file, const QString &characterSet, Inspection &inspection)
{
    if (inspection.kind == ObjectKind::Image || inspection.kind == ObjectKind::Other) {
        const auto shown = inspectFirstFrame(file, inspection);
        return shown ? std::nullopt : std::optional(shown.error());
    }
    if (!shownKind(inspection.kind))
        return kindNotShown(inspection);
    const auto content = objectFrom(file, characterSet);
    if (!content)
        return content.error();
    addNew(defectsOf(*content), inspection.problems);
    return std::nullopt;
}

} // namespace

Result<Inspection> inspectFile(const QString &path, const QString &characterSet)
{
    TRY(const auto file, openDataset(path));
    return inspectDataset(file, characterSet);
}

Result<Inspection> inspectDataset(const DatasetFile &file, const QString &characterSet)
{
    const DatasetText text(file.dataset(), characterSet);
    Inspection inspection{
        .kind = objectKind(file),
        .transferSyntax = effectiveSyntax(file),
        .sopClass = code(file.dataset(), DCM_SOPClassUID),
        .modality = code(file.dataset(), DCM_Modality),
        .patientName = text.at(DCM_PatientName),
        .pixels = pixelAttributes(file),
        .frame0Sha256 = {},
        .statistics = {},
        .lossy = file.layout.pixels ? lossyCompression(file.dataset(), effectiveSyntax(file)) : std::nullopt,
        .problems = file.defects,
        .refusal = {}};
    inspection.refusal = refusalOf(file, characterSet, inspection);
    inspectName(text, inspection.problems);
    return inspection;
}

ModalityStatistics modalityStatistics(const imaging::Frame &frame)
{
    ModalityStatistics result{.lowest = std::numeric_limits<double>::infinity(),
                              .highest = -std::numeric_limits<double>::infinity()};
    double sum = 0;
    imaging::visitSamples(frame, [&](auto samples) {
        for (const auto sample : samples) {
            const double value = frame.facts().modality.apply(static_cast<double>(sample));
            result.lowest = std::min(result.lowest, value);
            result.highest = std::max(result.highest, value);
            sum += value;
        }
    });
    result.mean = sum / static_cast<double>(frame.geometry().sampleCount());
    return result;
}

} // namespace simiao::dicom
