#pragma once

#include "workflow/ports/imaging_objects.h"

#include <map>

namespace simiao::test {

/// Objects in memory; remembers what was to be written.
class FakeImagingObjects : public workflow::ImagingObjects
{
public:
    using Objects = Result<std::vector<workflow::ImagingObject>>;

    std::map<QString, std::vector<workflow::ImagingObject>> places;
    std::vector<workflow::ImagingObject> own;                   ///< written here, for whomever
    std::map<QString, workflow::ImagingObjectContent> contents; ///< by SOP instance UID
    std::vector<workflow::ImportHeader> headers;
    std::optional<Error> examining; ///< what examine() answers instead
    std::vector<workflow::KeyPicture> keys;
    std::vector<workflow::MeasuredPicture> measured;
    std::optional<Error> failure; ///< what writing answers instead

    Task<Objects> list(QString location, std::stop_token) override
    {
        co_return Objects(std::vector<workflow::ImagingObject>(places[location]));
    }
    Task<Result<std::vector<workflow::ImportHeader>>> examine(QString, std::stop_token) override
    {
        if (examining)
            co_return Error(*examining);
        co_return Result<std::vector<workflow::ImportHeader>>(std::vector<workflow::ImportHeader>(headers));
    }
    /// What patients are called by a character set.
    std::map<QString, QString> names;
    QStringList readBy; ///< character sets by which contents were asked for, in order

    Task<Objects> readTexts(std::vector<workflow::ImagingObject> objects,
                            QString characterSet,
                            std::stop_token) override
    {
        for (auto &object : objects) {
            object.patientName = names[characterSet];
            object.characterSet = characterSet;
        }
        co_return Objects(std::move(objects));
    }
    Task<Result<workflow::ImagingObjectContent>> read(workflow::ImagingObject object,
                                                      std::stop_token) override
    {
        readBy.append(object.characterSet);
        const auto found = contents.find(object.sopInstanceUid);
        if (found == contents.end())
            co_return Error{ErrorKind::Invalid, QStringLiteral("report.no-content")};
        co_return Result<workflow::ImagingObjectContent>(workflow::ImagingObjectContent(found->second));
    }
    Task<Objects> written(QString, std::stop_token) override
    {
        co_return Objects(std::vector<workflow::ImagingObject>(own));
    }
    Task<Objects> saveMeasurements(QString,
                                   std::vector<workflow::MeasuredPicture> pictures,
                                   workflow::Authorship) override
    {
        if (failure)
            co_return Objects(*failure);
        measured = std::move(pictures);
        co_return Objects(std::vector<workflow::ImagingObject>());
    }
    Task<Objects> saveKeyImages(QString,
                                std::vector<workflow::KeyPicture> pictures,
                                workflow::Authorship) override
    {
        if (failure)
            co_return Objects(*failure);
        keys.insert(keys.end(), pictures.begin(), pictures.end());
        co_return Objects(std::vector<workflow::ImagingObject>());
    }
};

} // namespace simiao::test
