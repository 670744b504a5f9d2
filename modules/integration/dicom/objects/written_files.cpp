#include "integration/dicom/objects/written_files.h"

#include "core/atomic_file.h"
#include "core/id.h"
#include "core/try.h"
#include "integration/dicom/objects/key_objects.h"
#include "integration/dicom/objects/measurement_report.h"
#include "integration/dicom/objects/presentation_state_writer.h"

#include <QDir>
#include <QStringList>
#include <QUuid>

#include <map>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// Pictures by the study that they say they are of.
template <typename Picture>
Result<std::map<QString, std::vector<Picture>>> byStudy(const std::vector<Picture> &pictures,
                                                        const SourceReader &read)
{
    std::map<QString, std::vector<Picture>> studies;
    for (const auto &picture : pictures) {
        TRY(const auto source, SourceImage::of(picture, read));
        studies[source.studyInstanceUid()].push_back(picture);
    }
    return studies;
}

Error nothing()
{
    return {.kind = ErrorKind::Invalid, .code = u"imaging.nothing-measured"_s};
}

} // namespace

Result<QString> WrittenFiles::folderOf(const QString &patient) const
{
    TRY(const auto uuid, Uuid::parse(patient));
    return QDir(m_folder).filePath(uuid.toString());
}

Result<QStringList> WrittenFiles::keep(const QString &patient, const std::vector<QByteArray> &files) const
{
    TRY(const auto folder, folderOf(patient));
    if (!QDir().mkpath(folder))
        return Error{.kind = ErrorKind::Unavailable, .code = u"imaging.not-writable"_s, .detail = folder};
    const AtomicFile writer(m_disk);
    QStringList kept;
    for (const auto &file : files) {
        const auto path = folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) + u".dcm"_s;
        if (const auto written = writer.write(path, file); !written) {
            for (const auto &earlier : kept)
                static_cast<void>(m_disk->remove(earlier));
            static_cast<void>(m_disk->exists(path) ? m_disk->remove(path) : ok());
            return written.error();
        }
        kept.append(path);
    }
    return kept;
}

Result<QStringList> keepMeasurements(const WrittenFiles &store,
                                     const QString &patient,
                                     const std::vector<workflow::MeasuredPicture> &pictures,
                                     const workflow::Authorship &by,
                                     const SourceReader &read)
{
    if (pictures.empty())
        return nothing();
    std::vector<QByteArray> files;
    for (const auto &picture : pictures) {
        if (!picture.frame->isGrey())
            continue;
        TRY(auto state, presentationStateFile(picture, by, read));
        files.push_back(std::move(state));
    }
    TRY(const auto studies, byStudy(pictures, read));
    for (const auto &[study, measured] : studies) {
        TRY(auto report, measurementReportFile(measured, by, read));
        files.push_back(std::move(report));
    }
    return store.keep(patient, files);
}

Result<QStringList> keepKeyImages(const WrittenFiles &store,
                                  const QString &patient,
                                  const std::vector<workflow::KeyPicture> &pictures,
                                  const workflow::Authorship &by,
                                  const SourceReader &read)
{
    if (pictures.empty())
        return nothing();
    std::vector<QByteArray> files;
    TRY(const auto studies, byStudy(pictures, read));
    for (const auto &[study, keys] : studies) {
        TRY(auto selection, keyObjectFile(keys, by, read));
        files.push_back(std::move(selection));
    }
    return store.keep(patient, files);
}

} // namespace simiao::dicom
