#include "integration/dicom/codecs/memory_file.h"

namespace simiao::dicom {

std::FILE *memoryFile()
{
    static char *content = nullptr;
    static std::size_t size = 0;
    return open_memstream(&content, &size);
}

} // namespace simiao::dicom
