#include "bootstrap/json_place.h"
#include "bootstrap/reference_loader.h"

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;
using workflow::NoteSection;
using workflow::NoteTemplate;

namespace {

Result<NoteSection> readSection(const JsonPlace &place)
{
    NoteSection section;
    TRY(section.code, place.text(u"loinc"_s));
    TRY(section.title, place.localText(u"title"_s));
    TRY(section.placeholder, place.localText(u"placeholder"_s));
    if (!place.json()[u"required"_s].isBool())
        return place.wrong(u"required"_s);
    section.isRequired = place.json()[u"required"_s].toBool();
    return section;
}

Result<NoteTemplate> readTemplate(const JsonPlace &place)
{
    NoteTemplate note;
    TRY(note.code, place.text(u"code"_s));
    TRY(note.title, place.localText(u"title"_s));
    TRY(note.sections, readList<NoteSection>(place, u"sections"_s, readSection));
    return note;
}

} // namespace

Result<std::vector<NoteTemplate>> parseNoteTemplates(const Json &json, const QString &fileName)
{
    return readList<NoteTemplate>(JsonPlace(json, fileName), u"templates"_s, readTemplate);
}

} // namespace simiao::bootstrap
