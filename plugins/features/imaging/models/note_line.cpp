#include "imaging/models/note_line.h"

#include "imaging/models/corner_texts.h"
#include "sdk/desk.h"

#include <QCoreApplication>

#include <algorithm>

namespace simiao::viewer {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(simiao::viewer::NoteLine)
};

// LOINC: relevant diagnostic tests, physical findings.
const QStringList kSections{QStringLiteral("30954-2"), QStringLiteral("29545-1")};

QString sectionFor(const sdk::Visit &visit)
{
    const auto *noteTemplate = visit.desk()->reference().noteTemplate(visit.noteTemplate());
    if (!noteTemplate)
        return {};
    for (const auto &code : kSections) {
        if (std::ranges::find(noteTemplate->sections, code, &workflow::NoteSection::code)
            != noteTemplate->sections.end())
            return code;
    }
    return {};
}

} // namespace

QString sliceName(const workflow::ImageSeries &series, const Slice &slice)
{
    const auto slices = slicesOf(series);
    const auto at = static_cast<int>(std::ranges::find(slices, slice) - slices.begin());
    const auto &name =
        series.seriesDescription.isEmpty() ? series.studyDescription : series.seriesDescription;
    QStringList parts{series.modality + (name.isEmpty() ? QString() : u' ' + name), series.studyDate,
                      countedText(series.modality, at, static_cast<int>(slices.size())).toLower()};
    parts.removeAll(QString());
    return parts.join(Words::tr(", ", "between the parts of a line"));
}

QString keyImageLine(const ImageStack &stack, const QStringList &measured)
{
    const auto image = Words::tr("Key image: %1.").arg(sliceName(stack.series(), *stack.shownSlice()));
    return measured.isEmpty() ? image
                              : Words::tr("%1 %2", "a key image, what was measured on it")
                                    .arg(image, measured.join(Words::tr("; ", "between measurements")));
}

bool appendToNote(sdk::Visit &visit, const QString &line)
{
    const auto section = visit.isEditable() ? sectionFor(visit) : QString();
    if (section.isEmpty())
        return false;
    const auto &sections = visit.draft().sections;
    const auto found = sections.find(section);
    QString text = found == sections.end() ? QString() : found->second;
    if (text.split(u'\n').contains(line))
        return true;
    if (!text.isEmpty() && !text.endsWith(u'\n'))
        text += u'\n';
    visit.setSection(section, text + line);
    return true;
}

} // namespace simiao::viewer
