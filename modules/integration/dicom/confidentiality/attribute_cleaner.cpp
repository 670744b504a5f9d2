#include "integration/dicom/confidentiality/attribute_cleaner.h"

#include "integration/dicom/attributes.h"
#include "integration/dicom/text.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <array>
#include <vector>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// UIDs that name codes and templates, not objects.
const std::array kUidsOfVocabularies{
    DcmTagKey(0x0008, 0x010C), // CodingSchemeUID
    DcmTagKey(0x0008, 0x0117), // ContextUID
    DcmTagKey(0x0008, 0x0118), // MappingResourceUID
};

/// What a code is made of: readers refuse the whole object for one that is empty (PS3.3 8.8).
const std::array kPartsOfCodes{
    DCM_CodeValue,   DCM_CodingSchemeDesignator, DCM_CodingSchemeVersion,
    DCM_CodeMeaning, DCM_LongCodeValue,          DCM_URNCodeValue,
};

/// The profile's option moves what happened, not when somebody was born.
const std::array kNeverShifted{DCM_PatientBirthDate, DCM_PatientBirthTime, DCM_LastMenstrualDate};

quint32 numberOf(const DcmTagKey &tag)
{
    return quint32{tag.getGroup()} << 16 | tag.getElement();
}

bool isOf(const auto &tags, const DcmTagKey &tag)
{
    return std::ranges::find(tags, tag) != tags.end();
}

bool isWholeGroupRemoved(quint16 group)
{
    const bool isCurve = (group & 0xFF00) == 0x5000;
    const bool isOverlay = (group & 0xFF00) == 0x6000;
    return group % 2 == 1 || group <= 0x0004 || isCurve || isOverlay;
}

/// Texts that people write.
bool isText(DcmEVR vr)
{
    switch (vr) {
    case EVR_AE:
    case EVR_LO:
    case EVR_LT:
    case EVR_PN:
    case EVR_SH:
    case EVR_ST:
    case EVR_UC:
    case EVR_UR:
    case EVR_UT: return true;
    default: return false;
    }
}

/// Texts that have room for a sentence.
bool isLongText(DcmEVR vr)
{
    return vr == EVR_LT || vr == EVR_ST || vr == EVR_UC || vr == EVR_UT;
}

bool isDate(DcmEVR vr)
{
    return vr == EVR_DA || vr == EVR_DT;
}

/// A value of the VR that says nothing; nullptr where only an empty one does.
const char *dummyOf(DcmEVR vr)
{
    switch (vr) {
    case EVR_AE:
    case EVR_LO:
    case EVR_LT:
    case EVR_PN:
    case EVR_SH:
    case EVR_ST:
    case EVR_UC:
    case EVR_UT: return "ANONYMIZED";
    case EVR_AS: return "000Y";
    case EVR_CS: return "ANONYMIZED";
    case EVR_DA: return "19000101";
    case EVR_DT: return "19000101000000";
    case EVR_TM: return "000000";
    case EVR_DS:
    case EVR_IS: return "0";
    default: return nullptr;
    }
}

QString nameOf(const DcmTagKey &tag)
{
    return QString::fromLatin1(tag.toString().c_str()).toUpper();
}

} // namespace

AttributeCleaner::AttributeCleaner(ObjectKind kind,
                                   const ConfidentialityProfile &profile,
                                   const Substitutes &substitutes,
                                   const IdentifyingValues &identifying,
                                   bool keepsIntervals)
    : m_kind(kind)
    , m_profile(profile)
    , m_substitutes(substitutes)
    , m_identifying(identifying)
    , m_keepsIntervals(keepsIntervals)
{
}

void AttributeCleaner::clean(DcmItem &dataset)
{
    m_dataset = &dataset;
    m_namedElsewhere.clear();
    m_patientId = DatasetText(dataset).at(DCM_PatientID);
    cleanItem(dataset);
    const auto subject = m_substitutes.subject(m_patientId).toUtf8();
    dataset.putAndInsertString(DCM_PatientID, subject.constData());
    dataset.putAndInsertString(DCM_PatientName, subject.constData());
}

void AttributeCleaner::cleanItem(DcmItem &item)
{
    std::vector<DcmTagKey> tags;
    for (unsigned long i = 0; i < item.card(); ++i)
        tags.push_back(item.getElement(i)->getTag());
    for (const auto &tag : tags) {
        DcmElement *element = nullptr;
        if (item.findAndGetElement(tag, element).good())
            cleanElement(item, *element);
    }
}

/// An attribute that neither the profile nor the dictionary knows cannot be judged.
CleanAction AttributeCleaner::actionFor(DcmElement &element) const
{
    const auto &tag = element.getTag();
    if (isWholeGroupRemoved(tag.getGroup()) || tag.getElement() == 0)
        return CleanAction::Remove;
    if (isContent(tag))
        return CleanAction::Keep;
    const auto action = m_profile.actionFor(numberOf(tag));
    if (action != CleanAction::Keep)
        return action;
    const auto vr = element.ident();
    if (vr == EVR_UN || vr == EVR_UNKNOWN || DcmTag(tag).isUnknownVR())
        return CleanAction::Remove;
    const bool isAddress = vr == EVR_UR && tag != DCM_CodingSchemeURL;
    if (vr == EVR_PN || isDate(vr) || isAddress || isUnjudged(element))
        return CleanAction::Empty;
    if (vr == EVR_UI && !isOf(kUidsOfVocabularies, tag))
        return CleanAction::ReplaceUid;
    return CleanAction::Keep;
}

/// Sentences of what is no image: the table knows few of them.
bool AttributeCleaner::isUnjudged(DcmElement &element) const
{
    return m_kind != ObjectKind::Image && isLongText(element.ident())
        && element.getTag() != DCM_LongCodeValue;
}

/// What the table takes away as a whole, and what stands in it: in the places that content_cleaner and graphics_cleaner have been to.
bool AttributeCleaner::isContent(const DcmTagKey &tag) const
{
    switch (m_kind) {
    case ObjectKind::Report:
    case ObjectKind::KeyObjects:
        return (tag == DCM_ContentSequence || tag == DCM_TextValue)
            && std::ranges::all_of(m_path, [](quint32 at) { return at == numberOf(DCM_ContentSequence); });
    case ObjectKind::PresentationState:
        return (tag == DCM_GraphicAnnotationSequence && m_path.empty())
            || (tag == DCM_UnformattedTextValue
                && m_path
                    == std::vector{numberOf(DCM_GraphicAnnotationSequence),
                                   numberOf(DCM_TextObjectSequence)});
    case ObjectKind::Document: return tag == DCM_EncapsulatedDocument;
    case ObjectKind::Image:
    case ObjectKind::Waveform:
    case ObjectKind::Plan:
    case ObjectKind::StructureSet:
    case ObjectKind::Annotations:
    case ObjectKind::Registration:
    case ObjectKind::Palette:
    case ObjectKind::Directory:
    case ObjectKind::Other: break;
    }
    return false;
}

void AttributeCleaner::cleanElement(DcmItem &item, DcmElement &element)
{
    const DcmTag tag = element.getTag();
    const auto action = actionFor(element);
    const bool isTaken = action != CleanAction::Keep && action != CleanAction::ReplaceUid;
    if (isTaken && m_keepsIntervals && shiftDates(item, element))
        return;
    switch (action) {
    case CleanAction::Remove: item.findAndDeleteElement(tag); return;
    case CleanAction::Empty: item.insertEmptyElement(tag, OFTrue); return;
    case CleanAction::Dummy: putDummy(item, element); return;
    case CleanAction::ReplaceUid:
    case CleanAction::Keep: break;
    }
    if (auto *sequence = dynamic_cast<DcmSequenceOfItems *>(&element)) {
        m_path.push_back(numberOf(tag));
        for (auto *one = sequence->nextInContainer(nullptr); one; one = sequence->nextInContainer(one))
            cleanItem(static_cast<DcmItem &>(*one));
        m_path.pop_back();
    } else if (action == CleanAction::ReplaceUid) {
        replaceUids(item, element);
    } else if (isNamedIn(item, element)) {
        m_namedElsewhere.append(nameOf(tag));
        if (isOf(kPartsOfCodes, tag))
            putDummy(item, element);
        else
            item.insertEmptyElement(tag, OFTrue);
    }
}

/// Moves all dates of the value, or none: what cannot be read is taken away like without the option. Times of a day stay, they say
/// nothing without their day.
bool AttributeCleaner::shiftDates(DcmItem &item, DcmElement &element) const
{
    const DcmTag tag = element.getTag();
    if (isOf(kNeverShifted, tag))
        return false;
    if (element.ident() == EVR_TM)
        return element.getLength() > 0;
    if (!isDate(element.ident()))
        return false;
    if (code(item, tag) == "19000101"_L1) // says nothing: moved, it would say by how much
        return false;
    QStringList shifted;
    for (const auto &date : codes(item, tag)) {
        const auto moved = shiftedDate(date, m_substitutes.daysBack(m_patientId));
        if (!moved)
            return false;
        shifted.append(*moved);
    }
    return !shifted.isEmpty()
        && item.putAndInsertString(tag, shifted.join(u'\\').toLatin1().constData()).good();
}

void AttributeCleaner::replaceUids(DcmItem &item, DcmElement &element) const
{
    const DcmTag tag = element.getTag();
    QStringList replaced;
    for (const auto &uid : codes(item, tag))
        replaced.append(m_substitutes.uid(uid));
    item.putAndInsertString(tag, replaced.join(u'\\').toLatin1().constData());
}

void AttributeCleaner::putDummy(DcmItem &item, DcmElement &element) const
{
    const DcmTag tag = element.getTag();
    const char *dummy = dummyOf(element.ident());
    if (dummy && element.getLength() > 0)
        item.putAndInsertString(tag, dummy);
    else
        item.insertEmptyElement(tag, OFTrue);
}

bool AttributeCleaner::isNamedIn(DcmItem &item, DcmElement &element) const
{
    return isText(element.ident()) && element.getLength() > 0
        && m_identifying.areIn(DatasetText(*m_dataset).of(item, element.getTag()));
}

} // namespace simiao::dicom
