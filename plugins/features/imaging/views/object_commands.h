#pragma once

#include <QAction>
#include <QObject>

namespace simiao::viewer {

class ObjectWriter;

/// Key image, saving measurements, going to the reports, as actions: the object name is the stable command id.
class ObjectCommands : public QObject
{
    Q_OBJECT

public:
    explicit ObjectCommands(ObjectWriter *writer, QObject *parent = nullptr);

    /// Key image, save measurements.
    QList<QAction *> writing() const { return {m_keyImage, m_save}; }
    /// The next report, behind the last the images.
    QAction *next() const { return m_next; }
    /// Back to the images.
    QAction *images() const { return m_images; }
    QList<QAction *> panelWide() const { return {m_keyImage, m_save, m_next, m_images}; }

    void setObjectCount(int count);
    /// Nothing is written of a slice that is out of sight.
    void setPicturesShown(bool areShown);
    void retranslate();

private:
    void follow();

    ObjectWriter *m_writer;
    bool m_arePicturesShown = true;
    QAction *m_keyImage;
    QAction *m_save;
    QAction *m_next;
    QAction *m_images;
};

} // namespace simiao::viewer
