#pragma once

#include "imaging/defect.h"
#include "imaging/frame.h"
#include "integration/dicom/object_kind.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace simiao::dicom {

/// Of all pixels of a frame in modality units, padding included.
struct ModalityStatistics
{
    double lowest = 0;
    double highest = 0;
    double mean = 0;
};

/// The attributes of the Image Pixel module as the data set has them; 0 and empty where it does not.
struct PixelAttributes
{
    int rows = 0;
    int columns = 0;
    int frames = 1;
    int samplesPerPixel = 1;
    int bitsAllocated = 0;
    int bitsStored = 0;
    QString photometric;
};

/// What a file is and whether it can be shown.
struct Inspection
{
    ObjectKind kind = ObjectKind::Other;
    QString transferSyntax; ///< UID; what the bytes look like where the file does not say it
    QString sopClass;
    QString modality;
    QString patientName; ///< with ^ and =, as in the file
    PixelAttributes pixels;
    QByteArray frame0Sha256; ///< hex, of RawFrame's canonical bytes; empty without pixels
    std::optional<ModalityStatistics> statistics; ///< of frame 0; none for colour
    std::optional<imaging::LossyCompression> lossy;
    /// What is wrong although it is shown.
    std::vector<imaging::Defect> problems;
    /// Why it is not shown: what is wrong with its pixels, the reason why readObject() refuses it, or Invalid
    /// `imaging.kind-not-shown` with its kind and SOP class.
    std::optional<Error> refusal;
};

struct DatasetFile;

/// Opens a file and decodes its first frame, or reads what it is instead of an image. Errors are those of openDataset; an object that opens but whose pixels cannot be
/// shown is told with `refusal`.
/// \param characterSet  as DatasetText
Result<Inspection> inspectFile(const QString &path, const QString &characterSet = {});
/// The same of a file that is open.
Result<Inspection> inspectDataset(const DatasetFile &file, const QString &characterSet);

ModalityStatistics modalityStatistics(const imaging::Frame &frame);

} // namespace simiao::dicom
