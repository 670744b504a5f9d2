#include "imaging/models/viewer_data_reader.h"

#include "core/try.h"

#include <QDir>
#include <QFile>

namespace simiao::viewer {

using namespace Qt::StringLiterals;

namespace {

Result<Json> readJson(const QDir &folder, const QString &name)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound, u"resources.missing"_s, name};
    auto json = Json::parse(file.readAll());
    if (json)
        return json;
    return Error{json.error().kind, json.error().code, u"%1:%2"_s.arg(name, json.error().detail)};
}

/// What `parse` makes of a file; otherwise a fault more.
template <typename Parse>
void take(const QDir &folder, const QString &name, std::vector<Error> &faults, Parse &&parse)
{
    const auto read = [&]() -> Result<void> {
        TRY(const auto json, readJson(folder, name));
        return parse(json);
    };
    if (const auto done = read(); !done)
        faults.push_back(done.error());
}

} // namespace

ViewerData readViewerData(const QString &resourceFolder)
{
    ViewerData data;
    if (resourceFolder.isEmpty())
        return data;
    const QDir folder(resourceFolder);
    take(folder, u"imaging/window_presets.json"_s, data.faults, [&data](const Json &json) -> Result<void> {
        TRY(data.presets, parsePresets(json, u"imaging/window_presets.json"_s));
        return ok();
    });
    take(folder, u"imaging/corner_texts.json"_s, data.faults, [&data](const Json &json) -> Result<void> {
        TRY(data.corners, parseCorners(json, u"imaging/corner_texts.json"_s));
        return ok();
    });
    const auto names = QDir(folder.filePath(u"hanging"_s)).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const auto &name : names) {
        const auto place = u"hanging/"_s + name;
        take(folder, place, data.faults, [&](const Json &json) -> Result<void> {
            TRY(auto protocol, parseProtocol(json, place, name.chopped(5)));
            data.protocols.push_back(std::move(protocol));
            return ok();
        });
    }
    return data;
}

} // namespace simiao::viewer
