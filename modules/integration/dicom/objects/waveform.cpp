#include "integration/dicom/objects/waveform.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/dataset_file.h"
#include "integration/dicom/objects/coded_concept.h"
#include "integration/dicom/objects/cut_sequences.h"
#include "integration/dicom/objects/references.h"
#include "integration/dicom/objects/waveform_group.h"
#include "integration/dicom/text.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <array>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using namespace imaging;

namespace {

constexpr std::size_t kMostGroups = 16;
constexpr qsizetype kLongestNote = 1024;

QString momentOf(DcmItem &dataset)
{
    const auto stamp = code(dataset, DCM_AcquisitionDateTime);
    const auto date = isoDate(stamp.isEmpty() ? code(dataset, DCM_ContentDate) : stamp.left(8));
    const auto time = isoTime(stamp.isEmpty() ? code(dataset, DCM_ContentTime) : stamp.mid(8, 6));
    return date.isEmpty() || time.isEmpty() ? date : date + u'T' + time;
}

/// Statements and measurements of the whole recording; marks at single samples are left to the curve.
std::optional<WaveformNote> noteOf(DcmItem &item, const DatasetText &text)
{
    const auto words = text.of(item, DCM_UnformattedTextValue).left(kLongestNote);
    if (!words.isEmpty())
        return WaveformNote{.name = {}, .value = words};
    const auto name = codedConcept(item, DCM_ConceptNameCodeSequence, text);
    const auto value = code(item, DCM_NumericValue).left(64);
    if (name.meaning.isEmpty() || value.isEmpty() || item.tagExists(DCM_ReferencedSamplePositions))
        return std::nullopt;
    const auto unit = codedConcept(item, DCM_MeasurementUnitsCodeSequence, text).value;
    return WaveformNote{.name = name.meaning, .value = unit.isEmpty() ? value : value + u' ' + unit};
}

} // namespace

Result<Waveform> readWaveform(const QString &path, const QString &characterSet)
{
    TRY(const auto file, openDataset(path));
    return waveformFrom(file, characterSet);
}

Result<Waveform> parseWaveform(const QByteArray &bytes)
{
    TRY(const auto file, openDataset(bytes));
    return waveformFrom(file);
}

Result<Waveform> waveformFrom(const DatasetFile &file, const QString &characterSet)
{
    auto &dataset = file.dataset();
    const DatasetText text(dataset, characterSet);
    Waveform waveform{.studyInstanceUid = code(dataset, DCM_StudyInstanceUID),
                      .seriesInstanceUid = code(dataset, DCM_SeriesInstanceUID),
                      .sopClassUid = code(dataset, DCM_SOPClassUID),
                      .sopInstanceUid = code(dataset, DCM_SOPInstanceUID),
                      .patientId = text.at(DCM_PatientID),
                      .patientName = personName(text.at(DCM_PatientName)),
                      .patientBirthDate = isoDate(code(dataset, DCM_PatientBirthDate)),
                      .patientSex = code(dataset, DCM_PatientSex),
                      .acquired = momentOf(dataset),
                      .filter = {},
                      .groups = {},
                      .notes = {},
                      .defects = file.defects};
    for (auto *item : itemsOf(dataset, DCM_WaveformSequence)) {
        if (waveform.groups.size() == kMostGroups)
            break;
        TRY(auto group, waveformGroup(*item, text, waveform.defects));
        if (waveform.groups.empty())
            waveform.filter = filterOf(*item);
        waveform.groups.push_back(std::move(group));
    }
    if (waveform.groups.empty())
        return Error{.kind = ErrorKind::Invalid, .code = u"waveform.none"_s};
    for (auto *item : itemsOf(dataset, DCM_WaveformAnnotationSequence)) {
        if (auto note = noteOf(*item, text))
            waveform.notes.push_back(*std::move(note));
    }
    const std::array<SequenceLimit, 2> limits{
        {{DCM_WaveformSequence, kMostGroups}, {DCM_WaveformAnnotationSequence, kMostItems}}};
    if (auto cut = cutSequence(dataset, limits); !cut.isEmpty())
        waveform.defects.push_back({u"waveform.truncated"_s, std::move(cut)});
    return waveform;
}

} // namespace simiao::dicom
