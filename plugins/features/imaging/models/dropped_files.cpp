#include "imaging/models/dropped_files.h"

#include <QMimeData>
#include <QUrl>

namespace simiao::viewer {

QStringList localPathsIn(const QMimeData *data)
{
    QStringList paths;
    if (!data || !data->hasUrls())
        return paths;
    const auto urls = data->urls();
    for (const auto &url : urls) {
        if (url.isLocalFile() && paths.size() <= kMostDropped)
            paths.append(url.toLocalFile());
    }
    paths.removeDuplicates();
    return paths;
}

} // namespace simiao::viewer
