#include "imaging/models/attach_words.h"

#include "imaging/models/sentences.h"

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

QString keepText()
{
    return Words::tr("Keep the disc or stick.");
}

} // namespace

QString leftText(const workflow::LeftBehind &left, bool isCopy)
{
    if (!left.isAny())
        return {};
    QStringList parts;
    const auto add = [&parts](int count, const QString &words) {
        if (count > 0)
            parts.append(words.arg(count));
    };
    add(left.unreadable, Words::tr("files that cannot be read (%1)"));
    add(left.missing, Words::tr("files that the medium names and that are not on it (%1)"));
    add(left.unnamed, Words::tr("images that the directory of the medium does not name (%1)"));
    add(left.otherKinds, Words::tr("objects of kinds that are not kept here (%1)"));
    add(left.unsearched,
        Words::tr("folders or files that cannot be read, or are too deep or too many to search (%1)"));
    const auto words = Words::tr("Left out: %1.").arg(parts.join(Words::tr(", ", "between two counts")));
    return isCopy ? sentencesText({words, keepText()}) : words;
}

QString attachedText(const Added &added)
{
    QStringList words{countText(added)};
    if (added.isCopy && added.isAll())
        words.append(Words::tr("Copied here: the disc or stick can go."));
    if (added.differing > 0)
        words.append(
            Words::tr(
                "%1 files differ from the image of the same number on record, which stays; ask radiology.")
                .arg(added.differing));
    if (added.left.isAny())
        words.append(leftText(added.left, added.isCopy));
    else if (added.isCopy && !added.isAll())
        words.append(keepText());
    return sentencesText(words);
}

} // namespace simiao::viewer
