#pragma once

#include "core/id.h"
#include "workflow/diagnostics/study_characters.h"

#include <QObject>

#include <deque>

namespace simiao::viewer {

/// What a patient's studies hold besides images, and what was written about them here. Places that cannot be read are passed
/// over: the list of series says what is wrong with them. \thread GUI
class ObjectList : public QObject
{
    Q_OBJECT

public:
    /// \param source  may be null: then there is never anything
    ObjectList(std::shared_ptr<workflow::ImagingObjects> source, Uuid patient, QObject *parent = nullptr);
    ~ObjectList() override;

    /// Reads the places of these studies again; where nothing but the characters of their texts changed, those alone.
    void setStudies(const std::vector<diagnostics::ImagingStudy> &studies);
    /// What was written since is among them.
    void add(const std::vector<workflow::ImagingObject> &written);

    /// Of the studies on record, each once, by the time they were made; what was made together by its kind.
    const std::vector<workflow::ImagingObject> &objects() const { return m_objects; }
    bool isLoading() const { return m_isListing; }

Q_SIGNALS:
    void changed();

private:
    using Listing = Result<std::vector<workflow::ImagingObject>>;

    void listNext();
    void readTextsAgain();
    void put(std::vector<workflow::ImagingObject> objects);
    void insert(const std::vector<workflow::ImagingObject> &objects);
    void take(int generation, bool isOwn, const Listing &answer);

    std::shared_ptr<workflow::ImagingObjects> m_source;
    Uuid m_patient;
    std::vector<std::pair<QString, QString>> m_studies; ///< their UIDs and places
    workflow::ChosenCharacters m_characters;
    QStringList m_own; ///< SOP instance UIDs of what was written here, which says truly how it is written
    std::deque<QString> m_places; ///< not read yet; empty text: what was written here
    std::vector<workflow::ImagingObject> m_objects;
    bool m_isListing = false;
    int m_generation = 0;
    std::stop_source m_stop;
};

} // namespace simiao::viewer
