#include "integration/dicom/file_imaging_objects.h"

#include "core/try.h"
#include "integration/dicom/either_stop.h"
#include "integration/dicom/import_headers.h"
#include "integration/dicom/objects/object_listing.h"
#include "integration/dicom/pool_task.h"

#include <QDir>

namespace simiao::dicom {

using workflow::ImagingObject;

namespace {

using Listing = Result<std::vector<ImagingObject>>;

Listing headersOf(const Result<QStringList> &paths)
{
    if (!paths)
        return paths.error();
    std::vector<ImagingObject> objects;
    for (const auto &path : *paths) {
        TRY(auto object, readObjectHeader(path));
        objects.push_back(std::move(object));
    }
    return objects;
}

Listing readBy(DecoderPool &decoders,
               const QString &characterSet,
               std::vector<ImagingObject> objects,
               const std::stop_token &stop)
{
    for (auto &object : objects) {
        if (stop.stop_requested())
            return cancelled();
        if (auto read = decoders.objectHeader(object.location, characterSet))
            object = *std::move(read);
    }
    return objects;
}

Listing writtenFor(const WrittenFiles &store,
                   const QString &patient,
                   const std::stop_token &stop,
                   const ObjectHeaderReader &read)
{
    TRY(const auto folder, store.folderOf(patient));
    if (!QDir(folder).exists())
        return std::vector<ImagingObject>();
    return listObjects(folder, stop, read);
}

ObjectHeaderReader headersBy(DecoderPool &decoders)
{
    return [&decoders](const QString &path) { return decoders.objectHeader(path); };
}

SourceReader sourcesBy(DecoderPool &decoders)
{
    return [&decoders](const QString &path, const QString &characterSet) {
        return decoders.source(path, characterSet);
    };
}

} // namespace

FileImagingObjects::FileImagingObjects(const QString &folder,
                                       std::shared_ptr<Disk> disk,
                                       const QString &decoder)
    : m_store(folder, std::move(disk))
    // One for each lane; the second is started when both are busy.
    , m_decoders({.program = decoder, .workers = 2})
    , m_sources({.program = decoder})
{
    // What is written comes after what was written before.
    m_pool.setMaxThreadCount(1);
    m_reading.setMaxThreadCount(1);
}

FileImagingObjects::~FileImagingObjects()
{
    m_closing.request_stop();
    m_decoders.close();
    m_pool.waitForDone();
    m_reading.waitForDone();
}

Task<Listing> FileImagingObjects::list(QString location, std::stop_token stop)
{
    return onPool(&m_pool, [this, location, stop, closing = m_closing.get_token()]() -> Listing {
        return listObjects(location, EitherStop(stop, closing).token(), headersBy(m_decoders));
    });
}

Task<Result<std::vector<workflow::ImportHeader>>> FileImagingObjects::examine(QString location,
                                                                              std::stop_token stop)
{
    return onPool(&m_pool, [this, location, stop, closing = m_closing.get_token()] {
        return examineLocation(location, EitherStop(stop, closing).token(),
                               [this](const QString &path) { return m_decoders.importHeader(path); });
    });
}

Task<Listing> FileImagingObjects::readTexts(std::vector<ImagingObject> objects,
                                            QString characterSet,
                                            std::stop_token stop)
{
    return onPool(
        &m_pool,
        [this, objects = std::move(objects), characterSet, stop, closing = m_closing.get_token()]() mutable {
            return readBy(m_decoders, characterSet, std::move(objects), EitherStop(stop, closing).token());
        });
}

Task<Result<workflow::ImagingObjectContent>> FileImagingObjects::read(ImagingObject object,
                                                                      std::stop_token stop)
{
    using Outcome = Result<workflow::ImagingObjectContent>;
    return onPool(&m_reading, [this, object, stop, closing = m_closing.get_token()]() -> Outcome {
        if (stop.stop_requested() || closing.stop_requested())
            return cancelled();
        return m_decoders.object(object.location, object.characterSet);
    });
}

Task<Listing> FileImagingObjects::written(QString patient, std::stop_token stop)
{
    return onPool(&m_pool, [this, patient, stop, closing = m_closing.get_token()] {
        return writtenFor(m_store, patient, EitherStop(stop, closing).token(), headersBy(m_decoders));
    });
}

std::optional<Error> FileImagingObjects::impairment() const
{
    return m_decoders.impairment();
}

Task<Listing> FileImagingObjects::saveMeasurements(QString patient,
                                                   std::vector<workflow::MeasuredPicture> pictures,
                                                   workflow::Authorship by)
{
    return onPool(&m_pool, [this, patient, pictures = std::move(pictures), by] {
        return headersOf(keepMeasurements(m_store, patient, pictures, by, sourcesBy(m_sources)));
    });
}

Task<Listing> FileImagingObjects::saveKeyImages(QString patient,
                                                std::vector<workflow::KeyPicture> pictures,
                                                workflow::Authorship by)
{
    return onPool(&m_pool, [this, patient, pictures = std::move(pictures), by] {
        return headersOf(keepKeyImages(m_store, patient, pictures, by, sourcesBy(m_sources)));
    });
}

} // namespace simiao::dicom
