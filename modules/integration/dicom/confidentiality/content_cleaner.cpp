#include "integration/dicom/confidentiality/content_cleaner.h"

#include "core/try.h"
#include "integration/dicom/attributes.h"
#include "integration/dicom/confidentiality/confidentiality_profile.h"

#include <QSet>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <utility>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kNothing = "ANONYMIZED";
constexpr auto kNoDay = "19000101";
constexpr auto kNoHour = "000000";

/// Whose values are codes, numbers, places and references, or attributes of the profile's table. An item without a type refers to
/// another one by its number.
bool isKnownType(const QString &type)
{
    static const QSet<QString> types{u""_s,          u"CONTAINER"_s, u"TEXT"_s,     u"CODE"_s,
                                     u"NUM"_s,       u"DATE"_s,      u"TIME"_s,     u"DATETIME"_s,
                                     u"PNAME"_s,     u"UIDREF"_s,    u"IMAGE"_s,    u"WAVEFORM"_s,
                                     u"COMPOSITE"_s, u"SCOORD"_s,    u"SCOORD3D"_s, u"TCOORD"_s};
    return types.contains(type);
}

void putNothing(DcmItem &item, const DcmTagKey &sequence)
{
    item.findAndDeleteElement(sequence);
    DcmItem *code = nullptr;
    if (item.findOrCreateSequenceItem(sequence, code, -2).bad())
        return;
    code->putAndInsertString(DCM_CodeValue, kNothing);
    code->putAndInsertString(DCM_CodingSchemeDesignator, "99SIMIAO");
    code->putAndInsertString(DCM_CodeMeaning, kNothing);
}

class ContentCleaner
{
public:
    explicit ContentCleaner(const ConfidentialityProfile &profile)
        : m_profile(profile)
    {
    }

    /// \param isAboutPatient  an item above describes the patient
    Result<void> clean(DcmItem &item, bool isAboutPatient = false)
    {
        const auto type = code(item, DCM_ValueType);
        if (!isKnownType(type))
            return Error{ErrorKind::Invalid, u"deidentify.content"_s, type.left(16)};
        isAboutPatient = isAboutPatient || describesPatient(item);
        if (type == "TEXT"_L1)
            takeText(item);
        else
            item.findAndDeleteElement(DCM_TextValue); // of no meaning there, and it may name somebody
        if (isAboutPatient)
            putNoDay(item);
        if (type == "NUM"_L1 && isAboutPatient)
            item.insertEmptyElement(DCM_MeasuredValueSequence, OFTrue);
        else if (type == "CODE"_L1 && isAboutPatient)
            putNothing(item, DCM_ConceptCodeSequence);

        DcmSequenceOfItems *below = nullptr;
        if (item.findAndGetSequence(DCM_ContentSequence, below).bad() || !below)
            return ok();
        for (auto *one = below->nextInContainer(nullptr); one; one = below->nextInContainer(one)) {
            TRY_VOID(clean(static_cast<DcmItem &>(*one), isAboutPatient));
        }
        return ok();
    }

    int texts() const { return m_texts; }

private:
    bool describesPatient(DcmItem &item) const
    {
        auto *name = sequenceItem(item, DCM_ConceptNameCodeSequence);
        return name
            && m_profile.describesPatient(code(*name, DCM_CodingSchemeDesignator),
                                          code(*name, DCM_CodeValue));
    }

    /// A birth date is nothing that happened: it is not moved with the others (AttributeCleaner leaves this day where it is).
    static void putNoDay(DcmItem &item)
    {
        for (const auto &[tag, none] :
             {std::pair(DCM_Date, kNoDay), std::pair(DCM_DateTime, kNoDay), std::pair(DCM_Time, kNoHour)}) {
            if (item.tagExists(tag))
                item.putAndInsertString(tag, none);
        }
    }

    void takeText(DcmItem &item)
    {
        const char *text = nullptr;
        if (item.findAndGetString(DCM_TextValue, text).good() && text && *text)
            ++m_texts;
        item.putAndInsertString(DCM_TextValue, kNothing);
    }

    const ConfidentialityProfile &m_profile;
    int m_texts = 0;
};

} // namespace

Result<int> cleanContent(DcmItem &dataset, const ConfidentialityProfile &profile)
{
    ContentCleaner cleaner(profile);
    TRY_VOID(cleaner.clean(dataset));
    return cleaner.texts();
}

} // namespace simiao::dicom
