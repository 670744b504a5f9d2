#include "imaging/views/object_commands.h"

#include "imaging/models/object_writer.h"

namespace simiao::viewer {

namespace {

QAction *make(const char *id, const QKeySequence &key, QObject *parent)
{
    auto *action = new QAction(parent);
    action->setObjectName(QLatin1String(id));
    action->setShortcut(key);
    return action;
}

} // namespace

ObjectCommands::ObjectCommands(ObjectWriter *writer, QObject *parent)
    : QObject(parent)
    , m_writer(writer)
    , m_keyImage(make("imaging.keyImage", Qt::Key_K, this))
    , m_save(make("imaging.saveMeasurements", Qt::SHIFT | Qt::Key_O, this))
    , m_next(make("imaging.nextReport", Qt::SHIFT | Qt::Key_D, this))
    , m_images(make("imaging.showImages", Qt::SHIFT | Qt::Key_Q, this))
{
    connect(m_keyImage, &QAction::triggered, writer, &ObjectWriter::markKeyImage);
    connect(m_save, &QAction::triggered, writer, &ObjectWriter::saveMeasurements);
    connect(writer, &ObjectWriter::changed, this, &ObjectCommands::follow);
    setObjectCount(0);
    retranslate();
    follow();
}

void ObjectCommands::setObjectCount(int count)
{
    m_next->setEnabled(count > 0);
    m_images->setEnabled(count > 0);
}

void ObjectCommands::setPicturesShown(bool areShown)
{
    m_arePicturesShown = areShown;
    follow();
}

void ObjectCommands::follow()
{
    for (auto *action : {m_keyImage, m_save})
        action->setVisible(m_writer->isUsable());
    m_keyImage->setEnabled(m_arePicturesShown && m_writer->canMark());
    m_save->setEnabled(m_arePicturesShown && m_writer->canSave());
}

void ObjectCommands::retranslate()
{
    m_keyImage->setText(tr("Key image"));
    m_keyImage->setToolTip(tr("Mark this slice as a key image and put a line into the note"));
    m_save->setText(tr("Save measurements"));
    m_save->setToolTip(tr("Save the measurements of this series as DICOM, for other programs"));
    m_next->setText(tr("Next report"));
    m_next->setToolTip(tr("The next report, ECG or document of this patient"));
    m_images->setText(tr("Images"));
    m_images->setToolTip(tr("Back to the images"));
}

} // namespace simiao::viewer
