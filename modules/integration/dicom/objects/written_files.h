#pragma once

#include "core/disk.h"
#include "integration/dicom/objects/writing.h"
#include "workflow/ports/imaging_objects.h"

namespace simiao::dicom {

/// The objects that this program wrote, in a folder for each patient. File names are ours: UUIDs, never words of a data set.
class WrittenFiles
{
public:
    /// \param folder  made when something is written
    WrittenFiles(QString folder, std::shared_ptr<Disk> disk)
        : m_folder(std::move(folder))
        , m_disk(std::move(disk))
    {
    }

    /// Of one patient, by canonical UUID; Invalid `core.uuid-malformed` for anything else.
    Result<QString> folderOf(const QString &patient) const;
    /// Keeps all files or none of them, each whole. \returns their paths
    Result<QStringList> keep(const QString &patient, const std::vector<QByteArray> &files) const;

private:
    QString m_folder;
    std::shared_ptr<Disk> m_disk;
};

/// Keeps the files of `pictures`: a presentation state for each grey one, a report for each study.
Result<QStringList> keepMeasurements(const WrittenFiles &store,
                                     const QString &patient,
                                     const std::vector<workflow::MeasuredPicture> &pictures,
                                     const workflow::Authorship &by,
                                     const SourceReader &read = readSourceHere);
/// Keeps a key object selection for each study.
Result<QStringList> keepKeyImages(const WrittenFiles &store,
                                  const QString &patient,
                                  const std::vector<workflow::KeyPicture> &pictures,
                                  const workflow::Authorship &by,
                                  const SourceReader &read = readSourceHere);

} // namespace simiao::dicom
