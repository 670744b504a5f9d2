#include "integration/dimse/received_file.h"

#include "core/try.h"
#include "integration/dicom/element_scan.h"
#include "integration/dicom/uid.h"
#include "integration/dimse/services.h"

#include <QtEndian>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kPreamble = 128;
constexpr std::uint32_t kSopClassUid = 0x00080016;
constexpr std::uint32_t kSopInstanceUid = 0x00080018;
constexpr std::uint32_t kStudyInstanceUid = 0x0020000D;

Error misread(const QString &detail)
{
    return {.kind = ErrorKind::Invalid, .code = u"archive.answer"_s, .detail = detail};
}

/// An element of group 0002 in explicit VR little endian with a length of two bytes.
QByteArray metaElement(quint16 element, const char *vr, QByteArray value, char padding)
{
    if (value.size() % 2 != 0)
        value.append(padding);
    QByteArray bytes(8, '\0');
    qToLittleEndian(quint16(0x0002), bytes.data());
    qToLittleEndian(element, bytes.data() + 2);
    bytes[4] = vr[0];
    bytes[5] = vr[1];
    qToLittleEndian(quint16(value.size()), bytes.data() + 6);
    return bytes + value;
}

QByteArray uidElement(quint16 element, const QString &uid)
{
    return metaElement(element, "UI", uid.toLatin1(), '\0');
}

/// PS3.10 7.1.
QByteArray headOf(const Message &store, const QString &sender)
{
    QByteArray meta = QByteArray::fromHex("02000100"
                                          "4f420000"
                                          "02000000"
                                          "0001");
    meta += uidElement(0x0002, store.command.sopClass);
    meta += uidElement(0x0003, store.command.sopInstance);
    meta += uidElement(0x0010, store.context.transferSyntax);
    meta += uidElement(0x0012, kImplementationClassUid);
    meta += metaElement(0x0013, "SH", QByteArray(kImplementationVersion.data()), ' ');
    meta += metaElement(0x0016, "AE", sender.toLatin1(), ' ');
    QByteArray length(4, '\0');
    qToLittleEndian(quint32(meta.size()), length.data());
    return QByteArray(kPreamble, '\0') + "DICM" + metaElement(0x0000, "UL", length, '\0') + meta;
}

struct Identity
{
    QString sopClass;
    QString sopInstance;
    QString study;
};

QString uidIn(QByteArrayView value)
{
    return QString::fromLatin1(value).remove(QChar(QChar::Null)).trimmed();
}

Identity identityOf(const QByteArray &file)
{
    Identity identity;
    dicom::ElementScan scan({file.constData(), std::size_t(file.size())});
    while (const auto element = scan.next()) {
        if (element->tag > kStudyInstanceUid)
            break;
        if (element->tag == kSopClassUid)
            identity.sopClass = uidIn(element->value);
        else if (element->tag == kSopInstanceUid)
            identity.sopInstance = uidIn(element->value);
        else if (element->tag == kStudyInstanceUid)
            identity.study = uidIn(element->value);
    }
    return identity;
}

} // namespace

Result<workflow::ReceivedObject> receivedFile(const Message &store,
                                              const QString &sender,
                                              const QString &studyInstanceUid)
{
    const auto &command = store.command;
    if (!dicom::isUsableUid(command.sopInstance) || !dicom::isUid(command.sopClass))
        return misread(u"C-STORE without the UIDs of its object"_s);
    workflow::ReceivedObject object{.sopInstanceUid = command.sopInstance, .file = headOf(store, sender)};
    object.file.reserve(object.file.size() + store.data.size());
    object.file += store.data;
    const auto identity = identityOf(object.file);
    if (identity.sopInstance != command.sopInstance)
        return misread(u"(0008,0018) is not the SOP instance of the command"_s);
    if (identity.sopClass != command.sopClass)
        return misread(u"(0008,0016) is not the SOP class of the command"_s);
    if (identity.study != studyInstanceUid)
        return misread(u"(0020,000D) is not the study that was asked for"_s);
    return object;
}

} // namespace simiao::dimse
