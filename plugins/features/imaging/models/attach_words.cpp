#include "imaging/models/attach_words.h"

#include <QCoreApplication>

namespace simiao::viewer {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::AttachLine)
};

QString countText(const Added &added)
{
    if (!added.isMore)
        return Words::tr("Images attached.");
    if (added.fresh <= 0)
        return Words::tr("Nothing new: all %1 images are on record already.").arg(added.images);
    return Words::tr("%1 new of %2 images attached.").arg(added.fresh).arg(added.images);
}

} // namespace

QString attachedText(const Added &added)
{
    QStringList words{countText(added)};
    if (added.isCopy)
        words.append(Words::tr("Copied here: the disc or stick can go."));
    if (added.differing > 0)
        words.append(
            Words::tr(
                "%1 files differ from the image of the same number on record, which stays; ask radiology.")
                .arg(added.differing));
    return words.join(QLatin1Char(' '));
}

} // namespace simiao::viewer
