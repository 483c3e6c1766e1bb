; What the installer itself says, in the three languages; all the rest are NSIS's words and Kazakh.nlf/.nsh

!macro WORD NAME ENGLISH RUSSIAN KAZAKH
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
  LangString ${NAME} ${LANG_RUSSIAN} "${RUSSIAN}"
  LangString ${NAME} ${LANG_KAZAKH} "${KAZAKH}"
!macroend

!insertmacro WORD RUNNING \
  "kzstay is running. Close its window, then choose Retry." \
  "Программа kzstay запущена. Закройте её окно и нажмите «Повтор»." \
  "kzstay бағдарламасы ашық тұр. Терезесін жауып, «Қайталау» түймесін басыңыз."

!insertmacro WORD HELD \
  "Another program is using this file of kzstay:$\r$\n$7$\r$\n$\r$\nClose that program, then choose Retry." \
  "Этот файл kzstay занят другой программой:$\r$\n$7$\r$\n$\r$\nЗакройте эту программу и нажмите «Повтор»." \
  "kzstay бағдарламасының мына файлын басқа бағдарлама пайдаланып тұр:$\r$\n$7$\r$\n$\r$\nСол бағдарламаны жауып, «Қайталау» түймесін басыңыз."

!insertmacro WORD SETUP_RUNNING \
  "The setup of kzstay is already open." \
  "Программа установки kzstay уже открыта." \
  "kzstay бағдарламасын орнату терезесі бұрыннан ашық тұр."

!insertmacro WORD TOO_OLD \
  "kzstay needs Windows 10, version 1903, or later." \
  "Для kzstay нужна Windows 10 версии 1903 или новее." \
  "kzstay үшін Windows 10 жүйесінің 1903 немесе одан кейінгі нұсқасы керек."

!insertmacro WORD NOT_64_BIT \
  "kzstay needs a 64-bit Windows; this one is a 32-bit Windows." \
  "Для kzstay нужна 64-разрядная Windows, а здесь установлена 32-разрядная." \
  "kzstay үшін 64 биттік Windows жүйесі керек, ал мұнда 32 биттік жүйе орнатылған."

!insertmacro WORD ARM_TOO_OLD \
  "On a computer with an ARM processor kzstay needs Windows 11 or later." \
  "На компьютере с процессором ARM для kzstay нужна Windows 11 или новее." \
  "ARM процессоры бар компьютерде kzstay үшін Windows 11 немесе одан кейінгі нұсқасы керек."

!insertmacro WORD DESKTOP_ICON \
  "Put an &icon on the desktop" \
  "&Создать ярлык на рабочем столе" \
  "Жұмыс үстеліне &таңбаша қою"

!insertmacro WORD CASE \
  "kzstay case" \
  "Расчёт kzstay" \
  "kzstay ісі"
