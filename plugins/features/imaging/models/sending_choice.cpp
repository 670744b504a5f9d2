#include "imaging/models/sending_choice.h"

#include "imaging/models/slice.h"

namespace simiao::viewer {

namespace {

using Kind = workflow::ImagingObjectKind;

void add(SendingChoice &choice, const workflow::ImagingObject &object)
{
    choice.study.append(object.location);
    if (object.kind == Kind::KeyObjects)
        choice.keyImages.append(object.location);
    if (object.kind == Kind::Report || object.kind == Kind::PresentationState)
        choice.written.append(object.location);
}

void add(SendingChoice &choice, const MarkedSeries &marked)
{
    for (const auto &instance : marked.series.instances)
        choice.study.append(instance.location);
    const auto slices = slicesOf(marked.series);
    for (int i = 0; i < static_cast<int>(slices.size()); ++i) {
        if (marked.keySlices.contains(i))
            choice.keyImages.append(slices[static_cast<std::size_t>(i)].instance.location);
    }
}

} // namespace

SendingChoice sendingChoice(const std::vector<MarkedSeries> &study,
                            const std::vector<workflow::ImagingObject> &objects)
{
    SendingChoice choice;
    for (const auto &marked : study)
        add(choice, marked);
    for (const auto &object : objects) {
        if (!study.empty() && object.studyInstanceUid == study.front().series.studyInstanceUid)
            add(choice, object);
    }
    for (auto *files : {&choice.keyImages, &choice.written, &choice.study}) {
        files->removeAll(QString());
        files->removeDuplicates();
    }
    return choice;
}

} // namespace simiao::viewer
