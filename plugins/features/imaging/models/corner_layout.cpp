#include "imaging/models/corner_layout.h"

#include <algorithm>
#include <array>

namespace simiao::viewer {

namespace {

using enum CornerField;

struct Named
{
    const char *code;
    CornerField field;
};

constexpr std::array<Named, 19> kFields{{
    {"patientName", PatientName},
    {"patientSex", PatientSex},
    {"patientAge", PatientAge},
    {"patientId", PatientId},
    {"studyDescription", StudyDescription},
    {"studyDate", StudyDate},
    {"studyTime", StudyTime},
    {"modality", Modality},
    {"seriesDescription", SeriesDescription},
    {"seriesPosition", SeriesPosition},
    {"sliceThickness", SliceThickness},
    {"sliceLocation", SliceLocation},
    {"orientation", Orientation},
    {"bodyPart", BodyPart},
    {"laterality", Laterality},
    {"view", View},
    {"slice", Slice},
    {"window", Window},
    {"zoom", Zoom},
}};

const CornerLayout &usual()
{
    static const CornerLayout layout{
        {},
        {{PatientName, PatientSex, PatientAge}, {PatientId}, {StudyDate}, {StudyTime, StudyDescription}},
        {{Laterality, View},
         {Modality, SeriesDescription},
         {SeriesPosition},
         {SliceThickness},
         {SliceLocation},
         {Orientation}},
        {{Slice}, {Window}},
        {{Zoom}}};
    return layout;
}

} // namespace

std::optional<CornerField> cornerField(const QString &code)
{
    const auto found = std::ranges::find_if(
        kFields, [&code](const Named &each) { return code == QLatin1String(each.code); });
    return found == kFields.end() ? std::nullopt : std::optional(found->field);
}

const CornerLayout &cornerLayoutFor(const std::vector<CornerLayout> &all, const QString &modality)
{
    const auto own = std::ranges::find_if(
        all, [&modality](const CornerLayout &each) { return each.modalities.contains(modality); });
    if (own != all.end())
        return *own;
    const auto rest =
        std::ranges::find_if(all, [](const CornerLayout &each) { return each.modalities.isEmpty(); });
    return rest != all.end() ? *rest : usual();
}

} // namespace simiao::viewer
