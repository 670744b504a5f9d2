#include "workflow/consultation/visit_draft.h"

namespace simiao::workflow {

namespace {

const QString kNotePrefix = QStringLiteral("note.");
const QString kDiagnoses = QStringLiteral("diagnoses");
const QString kMedications = QStringLiteral("medications");
const QString kOrderText = QStringLiteral("orderText");
const QString kNoteTemplate = QStringLiteral("noteTemplate");
const QString kAnswer = QStringLiteral("answer");

template <typename T>
QString listText(const std::vector<T> &items)
{
    return items.empty() ? QString() : std::get<QString>(FieldCodec<std::vector<T>>::write(items));
}

template <typename T>
bool readList(const QString &text, std::vector<T> &items)
{
    auto read = FieldCodec<std::vector<T>>::read(Scalar{text});
    if (read)
        items = *std::move(read);
    return bool(read);
}

bool readField(const DraftEntry &entry, VisitDraft &draft)
{
    if (entry.field.startsWith(kNotePrefix))
        draft.sections.insert_or_assign(entry.field.mid(kNotePrefix.size()), entry.text);
    else if (entry.field == kDiagnoses)
        return readList(entry.text, draft.diagnoses);
    else if (entry.field == kMedications)
        return readList(entry.text, draft.medications);
    else if (entry.field == kOrderText)
        draft.orderText = entry.text;
    else if (entry.field == kNoteTemplate)
        draft.noteTemplate = entry.text;
    else if (entry.field == kAnswer)
        draft.answer = entry.text;
    else
        return false;
    return true;
}

} // namespace

bool VisitDraft::isEmpty() const
{
    for (const auto &[code, text] : sections) {
        if (!text.trimmed().isEmpty())
            return false;
    }
    return diagnoses.empty() && medications.empty() && orderText.trimmed().isEmpty()
        && answer.trimmed().isEmpty();
}

std::map<QString, QString> draftFields(const VisitDraft &draft)
{
    std::map<QString, QString> fields;
    for (const auto &[code, text] : draft.sections)
        fields.insert_or_assign(kNotePrefix + code, text);
    fields.insert_or_assign(kDiagnoses, listText(draft.diagnoses));
    fields.insert_or_assign(kMedications, listText(draft.medications));
    fields.insert_or_assign(kOrderText, draft.orderText);
    fields.insert_or_assign(kNoteTemplate, draft.noteTemplate);
    fields.insert_or_assign(kAnswer, draft.answer);
    return fields;
}

VisitDraft draftFromFields(const std::vector<DraftEntry> &entries, QStringList *unreadable)
{
    VisitDraft draft;
    for (const auto &entry : entries) {
        if (!readField(entry, draft))
            unreadable->append(entry.field);
    }
    return draft;
}

} // namespace simiao::workflow
