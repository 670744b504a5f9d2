#pragma once

#include "core/result.h"
#include "core/task.h"
#include "imaging/frame.h"
#include "imaging/slice_plane.h"
#include "imaging/volume/volume.h"

#include <QString>

#include <atomic>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace simiao::workflow {

/// What an image is among those of its study, by its Image Type (0008,0008).
enum class ImageRole {
    Picture,   ///< what was examined
    Localizer, ///< a topogram or scout, on which the others were planned
    Secondary, ///< not from the measurement itself: a dose page, a screenshot, a reformat
};

/// One DICOM image object, which holds one or more frames.
struct ImageInstance
{
    QString sopInstanceUid;
    int instanceNumber = 0;
    int frames = 1; ///< at least 1
    /// Where the source finds it again; nobody else reads it.
    QString location;
    /// Where its first frame lies, if the source knows that before the frame is decoded.
    std::optional<imaging::SlicePlane> plane = {};
    /// Frames in a second as they were taken (or should be shown); nothing where the image does not say.
    std::optional<double> framesPerSecond = {};
    /// Which of a pair it shows (R, L, B), and how a projection was taken (CC, MLO, PA); empty where the image does not say. Of frames
    /// that say it themselves, the first one's.
    QString laterality = {};
    QString view = {}; ///< as `laterality`
    ImageRole role = ImageRole::Picture;

    bool operator==(const ImageInstance &) const = default;
};

/// One DICOM series and the study and patient it says it belongs to.
/// Dates are ISO (2026-11-22), cut short or empty where the image does not say all of it; texts are plain
/// Unicode.
struct ImageSeries
{
    QString studyInstanceUid;
    QString seriesInstanceUid;
    QString modality; ///< DICOM code: CT, MR, DX …
    QString studyDescription;
    QString seriesDescription;
    int seriesNumber = 0;
    QString studyDate;
    QString studyTime; ///< 09:30:00, local to the modality
    /// For the eye: the ideographic form where there is one, without ^ and =.
    QString patientName;
    QString patientId;
    QString patientBirthDate;
    QString patientSex; ///< DICOM code: M, F, O or empty
    /// Positions in series with the same one can be compared (0020,0052); empty when the image does not say.
    QString frameOfReferenceUid = {};
    QString bodyPart = {}; ///< Body Part Examined (0018,0015): CHEST, HEAD …; empty when not said
    /// Somebody chose that the texts are read by these character sets (readTexts()); empty: as the files declare.
    QString characterSet = {};
    /// In the order in which they are leafed through.
    std::vector<ImageInstance> instances;

    bool operator==(const ImageSeries &) const = default;
};

/// A series with what people wrote into it read by some character set.
struct SeriesReading
{
    ImageSeries series;
    QString declared;      ///< what its file says: "ISO_IR 100"; empty where it says nothing
    bool isClean = true;   ///< the set gives every byte of the texts a meaning
    QString likelier = {}; ///< the set that the bytes look like rather; empty where nothing is suspicious

    bool operator==(const SeriesReading &) const = default;
};

/// How far a volume is, for who waits. \thread any
struct VolumeProgress
{
    std::atomic<int> done = 0;
    std::atomic<int> total = 0; ///< slices; 0 until it is known
};

/// A series as one volume.
struct VolumeOrder
{
    ImageSeries series;
    std::int64_t mostBytes = std::int64_t{1} << 31; ///< of memory
    std::shared_ptr<VolumeProgress> progress = {};  ///< may be null
};

/// Where pictures come from: a folder, a PACS, a web server.
/// The source may be destroyed while a task runs; the task then ends with Cancelled or its result.
/// \thread calls and results on the caller's thread, the work elsewhere
class ImageSource
{
public:
    virtual ~ImageSource() = default;

    /// The series found at `location`, e.g. a file or a folder; by study date, then series number.
    /// NotFound `imaging.location-missing`; Invalid `imaging.no-images` with the reasons counted in the
    /// detail.
    virtual Task<Result<std::vector<ImageSeries>>> list(QString location, std::stop_token stop) = 0;

    /// The same series with what people wrote into them (names, IDs, descriptions) read by `characterSet` in place of what their files
    /// declare: defined terms of Specific Character Set (PS3.3 C.12.1.1.2) with backslashes between them; empty: as declared.
    /// The files stay as they are.
    /// Invalid `imaging.charset-unknown`; Unavailable `imaging.no-charsets` where the source cannot; as list().
    virtual Task<Result<std::vector<SeriesReading>>> readTexts(std::vector<ImageSeries> /*series*/,
                                                               QString /*characterSet*/,
                                                               std::stop_token /*stop*/)
    {
        co_return Error{.kind = ErrorKind::Unavailable, .code = QStringLiteral("imaging.no-charsets")};
    }

    /// Frame `frameIndex` (from 0) of an instance that this source listed.
    /// Invalid `imaging.transfer-syntax-unsupported`, `imaging.photometric-unsupported` …; Corrupt when
    /// bytes are missing.
    virtual Task<Result<std::shared_ptr<const imaging::Frame>>> frame(ImageInstance instance,
                                                                      int frameIndex,
                                                                      std::stop_token stop) = 0;

    /// The same as soon as something of it can be seen: at lower resolution, as a picture of the same size that says what it
    /// is (imaging/preview.h), where that comes much sooner; else the frame itself.
    virtual Task<Result<std::shared_ptr<const imaging::Frame>>> preview(ImageInstance instance,
                                                                        int frameIndex,
                                                                        std::stop_token stop)
    {
        return frame(std::move(instance), frameIndex, std::move(stop));
    }

    /// Somebody is about to look at pictures: starts in the background what takes time. Returns at once.
    virtual void prepare() {}

    /// What the source has to do without although it works, such as the protection of the process that decodes; nothing where
    /// all is as it should be. \thread any
    virtual std::optional<Error> impairment() const { return std::nullopt; }
    /// All slices of a series as a volume, where the source has a shorter way than frame by frame; ask
    /// loadVolume() (diagnostics/load_volume.h), which knows the other way too.
    /// Unavailable `imaging.no-volumes` where it has none; `imaging.volume-too-large`, before the pixels are read; as planStack
    /// and frame().
    virtual Task<Result<imaging::VolumePtr>> volume(VolumeOrder, std::stop_token)
    {
        co_return Error{.kind = ErrorKind::Unavailable, .code = QStringLiteral("imaging.no-volumes")};
    }
};

} // namespace simiao::workflow
