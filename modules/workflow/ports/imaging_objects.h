#pragma once

#include "core/result.h"
#include "core/task.h"
#include "imaging/frame.h"
#include "imaging/measure/measurement.h"
#include "imaging/presentation/presentation_state.h"
#include "imaging/report/content_tree.h"
#include "imaging/waveform/waveform.h"
#include "workflow/ports/import_header.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <memory>
#include <stop_token>
#include <variant>
#include <vector>

namespace simiao::workflow {

/// DICOM objects that are no images.
enum class ImagingObjectKind { Report, KeyObjects, PresentationState, Waveform, Document };

/// One such object and whom it names. Dates are ISO, cut short or empty where the object does not say all of it.
struct ImagingObject
{
    ImagingObjectKind kind = ImagingObjectKind::Report;
    QString studyInstanceUid;
    QString seriesInstanceUid;
    QString sopInstanceUid;
    QString modality; ///< DICOM code: SR, ECG …
    QString title;    ///< what it calls itself; plain text
    QString created;
    QString studyDate;
    QString studyTime;
    QString patientName; ///< for the eye
    QString patientId;
    QString patientBirthDate;
    QString patientSex;
    /// Where the source finds it again; nobody else reads it.
    QString location;
    /// Somebody chose that its texts are read by these character sets, by read() too; empty: as the object declares.
    QString characterSet = {};

    bool operator==(const ImagingObject &) const = default;
};

/// A file that travels as a DICOM object.
struct EncapsulatedDocument
{
    QString title;
    QString mimeType; ///< "application/pdf"
    QString created;  ///< ISO, may be empty
    QByteArray bytes;

    bool operator==(const EncapsulatedDocument &) const = default;
};

/// Key object selections are reports.
using ImagingObjectContent =
    std::variant<imaging::Report, imaging::PresentationState, imaging::Waveform, EncapsulatedDocument>;

/// A measurement and what stands beside it on the screen.
struct WordedMeasurement
{
    imaging::Measurement measurement;
    QString words; ///< values with unit and ground; may have several lines

    bool operator==(const WordedMeasurement &) const = default;
};

/// A picture with what was drawn on it and how it is shown.
struct MeasuredPicture
{
    QString location;                            ///< ImageInstance::location
    int frameIndex = 0;                          ///< from 0
    std::shared_ptr<const imaging::Frame> frame; ///< decoded; values are computed from it
    imaging::GreyDisplay display = {};
    imaging::Turn turn = {};
    std::vector<WordedMeasurement> measurements = {};
    QString characterSet = {}; ///< of its texts, as ImageSeries
};

/// An image of interest.
struct KeyPicture
{
    QString location;
    int frameIndex = 0;
    QString words;             ///< why; may be empty
    QString characterSet = {}; ///< of its texts, as ImageSeries

    bool operator==(const KeyPicture &) const = default;
};

/// Who writes an object, and when.
struct Authorship
{
    QString author;    ///< for the eye
    QDateTime written; ///< local to the writer
    /// Names what is written for ever: its UIDs and file names follow from it.
    QString root;
    QString language = QStringLiteral("en"); ///< RFC 5646
};

/// Reads and writes reports, key objects, presentation states, waveforms and documents.
/// It may be destroyed while a task runs; the task then ends with Cancelled or its result.
/// \thread calls and results on the caller's thread, the work elsewhere
class ImagingObjects
{
public:
    virtual ~ImagingObjects() = default;

    /// Those found at `location`, a file or a folder; none is no error. NotFound `imaging.location-missing`.
    virtual Task<Result<std::vector<ImagingObject>>> list(QString location, std::stop_token stop) = 0;
    /// What every object at `location`, images too, says of itself: for importFindings(). As list().
    virtual Task<Result<std::vector<ImportHeader>>> examine(QString location, std::stop_token stop) = 0;
    /// The same objects with their texts read by `characterSet`, as ImageSource::readTexts. One that cannot be read again stays as it
    /// is.
    virtual Task<Result<std::vector<ImagingObject>>> readTexts(std::vector<ImagingObject> /*objects*/,
                                                               QString /*characterSet*/,
                                                               std::stop_token /*stop*/)
    {
        co_return Error{.kind = ErrorKind::Unavailable, .code = QStringLiteral("imaging.no-charsets")};
    }
    /// Errors as the readers': Invalid `report.…`, `waveform.…`, `presentation.…`, Corrupt `imaging.file-damaged`.
    virtual Task<Result<ImagingObjectContent>> read(ImagingObject object, std::stop_token stop) = 0;

    /// Those that this program wrote for the patient.
    /// \param patient  canonical UUID, names their folder
    virtual Task<Result<std::vector<ImagingObject>>> written(QString patient, std::stop_token stop) = 0;
    /// Writes a presentation state for each picture and a measurement report (TID 1500) for each study. All or nothing.
    /// Invalid `imaging.nothing-measured`; Unavailable `disk.…`.
    virtual Task<Result<std::vector<ImagingObject>>> saveMeasurements(QString patient,
                                                                      std::vector<MeasuredPicture> pictures,
                                                                      Authorship by) = 0;
    /// Writes a key object selection for each study. As saveMeasurements.
    virtual Task<Result<std::vector<ImagingObject>>> saveKeyImages(QString patient,
                                                                   std::vector<KeyPicture> pictures,
                                                                   Authorship by) = 0;
};

} // namespace simiao::workflow
